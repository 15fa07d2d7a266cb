package id.smartkampung.village.lineage;

import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.vocabulary.BaseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What is due to be handed over, and what was taken over. */
@ApplicationScoped
class HandoverTable {

    /** Whoever waits for a letter of this village gets it before the family goes. */
    private static final String NOBODY_WAITS = """
            not exists (
                select from request r join resident m on m.id = r.applicant_id
                where %s and r.state not in ('COMPLETED', 'REJECTED', 'CANCELLED'))
            """;

    /** Whoever came in this change of villages or a later one stays: borders may be changed back. */
    private static final String CAME_BEFORE = """
            not exists (select from taken_over t where t.lineage_id >= ? and %s = any(t.subjects))
            """;

    private static final String FAMILIES =
            """
            select f.id from family f
            where (cardinality(?::text[]) = 0 or f.dusun = any(?)) and %s and %s
            order by f.id
            """.formatted(NOBODY_WAITS.formatted("m.family_id = f.id"), CAME_BEFORE.formatted("f.id"));

    private static final String ALONE =
            """
            select p.id from resident p
            where p.family_id is null and p.base_status <> ?
                and (cardinality(?::text[]) = 0 or p.dusun = any(?)) and %s and %s
            order by p.id
            """.formatted(NOBODY_WAITS.formatted("m.id = p.id"), CAME_BEFORE.formatted("p.id"));

    private final DataSource database;

    HandoverTable(DataSource database) {
        this.database = database;
    }

    /** Once, however often it is told. */
    void remember(HandoverWanted order, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into handover_order (lineage_id, to_node, dusun, effective_on, told_at)
                        values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)) {
            insert.setObject(1, order.lineageId());
            insert.setString(2, order.toNode());
            insert.setArray(3, connection.createArrayOf("text", order.dusun().toArray()));
            insert.setObject(4, order.effectiveOn());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the handover to " + order.toNode() + " was not remembered", e);
        }
    }

    /** Those whose day has come, the first announced first. */
    List<HandoverOrder> due(LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select lineage_id, to_node, dusun from handover_order
                        where effective_on <= ? order by effective_on, told_at, lineage_id, to_node
                        """)) {
            select.setObject(1, today);
            try (ResultSet row = select.executeQuery()) {
                List<HandoverOrder> due = new ArrayList<>();
                while (row.next()) {
                    due.add(new HandoverOrder(row.getObject(1, UUID.class), row.getString(2), List.of((String[])
                            row.getArray(3).getArray())));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be handed over was not read", e);
        }
    }

    /** Families that may go now. */
    List<UUID> families(HandoverOrder order) {
        return ids(FAMILIES, order.dusun().toArray(), order.dusun().toArray(), order.lineageId());
    }

    /** People without a family who may go now. */
    List<UUID> alone(HandoverOrder order) {
        return ids(
                ALONE,
                BaseStatus.INVALID.code(),
                order.dusun().toArray(),
                order.dusun().toArray(),
                order.lineageId());
    }

    List<UUID> membersOf(UUID familyId) {
        return ids("select id from resident where family_id = ? order by id", familyId);
    }

    /** Whether a family or a person may go, for whoever holds their rows: nobody can ask for a letter meanwhile. */
    boolean isFree(UUID familyOrPerson) {
        return !ids(
                        "select ?::uuid where " + NOBODY_WAITS.formatted("? in (m.family_id, m.id)"),
                        familyOrPerson,
                        familyOrPerson)
                .isEmpty();
    }

    boolean isTaken(UUID handoverId) {
        return !ids("select handover_id from taken_over where handover_id = ?", handoverId)
                .isEmpty();
    }

    /** Once, however often it is told. */
    void remember(HouseholdTakenOver household, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into taken_over (handover_id, lineage_id, subjects, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)) {
            insert.setObject(1, household.handoverId());
            insert.setObject(2, household.lineageId());
            insert.setArray(
                    3, connection.createArrayOf("uuid", household.subjects().toArray()));
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("household " + household.handoverId() + " was not taken over", e);
        }
    }

    private List<UUID> ids(String query, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Object[] texts) {
                    select.setArray(i + 1, connection.createArrayOf("text", texts));
                } else {
                    select.setObject(i + 1, parameters[i]);
                }
            }
            try (ResultSet row = select.executeQuery()) {
                List<UUID> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("households were not read", e);
        }
    }
}
