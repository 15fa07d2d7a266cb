package id.smartkampung.district.lineage;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.VillageLock;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Announces changes of villages, and gives what one handed over to the other. */
@ApplicationScoped
public class LineageService {

    private static final int AT_ONCE = 100;

    /**
     * Only along what was announced: no village can put people into the register of another by itself. Only when what is
     * left behind was applied too, so that nobody is in two villages meanwhile. And not before the village has answered
     * whom it was asked to erase: who is erased goes to nobody.
     */
    private static final String OPEN = """
            from handover h
            join log_cursor c on c.node = h.node
                and (c.epoch > h.epoch or c.sequence >= h.seq + cardinality(h.residents))
            left join takeover t on t.node = h.to_node and t.handover_id = h.id
            where h.data is not null and t.given_at is null and t.seq is null
                and exists (select from lineage_part p where (p.from_node, p.to_node) = (h.node, h.to_node))
                and not exists (
                    select from erasure_wish w
                    where w.node = h.node and w.resident_id = any(h.residents) and w.answered_at is null)
            """;

    private static final String GIVEN = """
            insert into takeover (node, handover_id, given_at) values (?, ?, ?)
            on conflict (node, handover_id) do update set given_at = excluded.given_at
            """;

    /** What was taken over is in the log and the rows of the village that has it. */
    private static final String EMPTY = """
            update handover h set data = null
            where h.data is not null and exists (
                select from takeover t where t.node = h.to_node and t.handover_id = h.id and t.seq is not null)
            """;

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final Clock clock;

    LineageService(AgroalDataSource database, CommandLog commands, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Counts who is in the villages now, and tells those that hand over.
     *
     * @param by the account that announces it
     * @return the id of the change
     * @throws IllegalArgumentException when a village is not registered, nobody lives in a part, or the parts are no
     *     split and no merge
     */
    @Transactional
    public UUID announce(Lineage.Kind kind, List<Lineage.Part> parts, LocalDate effectiveOn, String by) {
        requireSense(kind, parts);
        Instant now = clock.instant();
        UUID id = UuidV7.at(now);
        try (Connection connection = database.getConnection()) {
            Set<NodeId> nodes = new TreeSet<>();
            parts.forEach(part -> nodes.addAll(List.of(part.from(), part.to())));
            hold(connection, nodes);
            LineageTable.announce(connection, id, kind, effectiveOn, now, by);
            for (NodeId node : nodes) {
                LineageTable.count(connection, id, node);
            }
            for (Lineage.Part part : parts) {
                LineageTable.requireInhabited(connection, part);
                LineageTable.add(connection, id, part);
                commands.append(
                        connection,
                        part.from(),
                        new HandoverWanted(UuidV7.at(now), id, part.to().value(), part.dusun(), effectiveOn));
            }
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException("the change of villages is not announced now", e);
        }
    }

    private static void requireSense(Lineage.Kind kind, List<Lineage.Part> parts) {
        Set<NodeId> from = new HashSet<>();
        Set<NodeId> to = new HashSet<>();
        Set<String> dusun = new HashSet<>();
        boolean apart = true;
        for (Lineage.Part part : parts) {
            from.add(part.from());
            to.add(part.to());
            // Of one village that goes to several nobody may belong to two parts.
            apart &= kind == Lineage.Kind.MERGE
                    || parts.size() == 1
                    || (!part.dusun().isEmpty() && part.dusun().stream().allMatch(dusun::add));
        }
        Set<NodeId> one = kind == Lineage.Kind.SPLIT ? from : to;
        Set<NodeId> several = kind == Lineage.Kind.SPLIT ? to : from;
        boolean sense = one.size() == 1
                && several.size() == parts.size()
                && from.stream().noneMatch(to::contains);
        if (!sense || !apart) {
            throw new IllegalArgumentException("these parts are no " + kind);
        }
    }

    /** Keeps batches of these villages away; always in the same order, so that nobody blocks another. */
    static void hold(Connection connection, Set<NodeId> nodes) throws SQLException {
        for (NodeId node : nodes) {
            if (VillageLock.take(connection, node).isEmpty()) {
                throw new IllegalArgumentException("village " + node + " is not registered");
            }
        }
    }

    /** Gives on what was handed over and not yet given; what is given twice is entered once. */
    public void give() {
        for (NodeId node : waiting()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> give(node));
            } catch (RuntimeException e) {
                Log.warnf("village %s is given its households later: %s", node, e.getMessage());
            }
        }
        QuarkusTransaction.requiringNew().run(this::empty);
    }

    private List<NodeId> waiting() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select distinct h.to_node " + OPEN + " order by h.to_node");
                ResultSet row = select.executeQuery()) {
            List<NodeId> nodes = new ArrayList<>();
            while (row.next()) {
                nodes.add(new NodeId(row.getString(1)));
            }
            return nodes;
        } catch (SQLException e) {
            throw new IllegalStateException("what was handed over is not given on now", e);
        }
    }

    private void give(NodeId node) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            hold(connection, Set.of(node));
            for (HouseholdGiven household : open(connection, node, now)) {
                commands.append(connection, node, household);
                try (PreparedStatement given = connection.prepareStatement(GIVEN)) {
                    given.setString(1, node.value());
                    given.setObject(2, household.handoverId());
                    given.setObject(3, now.atOffset(ZoneOffset.UTC));
                    given.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("village " + node + " is given nothing now", e);
        }
    }

    /** Held, so that whoever is erased meanwhile by the village that gives is taken out before it is read, or was given. */
    private static List<HouseholdGiven> open(Connection connection, NodeId node, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select h.node, h.data " + OPEN
                + " and h.to_node = ? order by h.node, h.epoch, h.seq limit ? for update of h")) {
            select.setString(1, node.value());
            select.setInt(2, AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                List<HouseholdGiven> open = new ArrayList<>();
                while (row.next()) {
                    HouseholdHandedOver household = read(row.getString(2));
                    open.add(new HouseholdGiven(
                            UuidV7.at(now),
                            household.handoverId(),
                            household.lineageId(),
                            row.getString(1),
                            household.families(),
                            household.residents()));
                }
                return open;
            }
        }
    }

    private static HouseholdHandedOver read(String data) {
        try {
            return (HouseholdHandedOver)
                    EventJson.read(EventType.HOUSEHOLD_HANDED_OVER_V1, data.getBytes(StandardCharsets.UTF_8));
        } catch (EventFormatException e) {
            throw new IllegalStateException("a household that was written here cannot be read", e);
        }
    }

    private void empty() {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(EMPTY)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("households that were taken over are not emptied now", e);
        }
    }
}
