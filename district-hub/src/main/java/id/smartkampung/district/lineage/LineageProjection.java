package id.smartkampung.district.lineage;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** What the villages say of households that pass from one to another; giving them on is no part of a batch. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class LineageProjection {

    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final Clock clock;

    LineageProjection(AgroalDataSource database, CommandLog commands, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Keeps what is to be given on; whether the district announced it is asked when it is given. What no table can hold
     * fails here, and so waits here and not in the log of the other village.
     */
    public void handedOver(NodeId node, List<Applied<HouseholdHandedOver>> handovers) throws SQLException {
        if (handovers.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into handover (node, id, lineage_id, to_node, epoch, seq, residents, data)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (node, id) do nothing
                        """)) {
            for (Applied<HouseholdHandedOver> applied : handovers) {
                HouseholdHandedOver household = applied.event();
                if (!LineageTable.isAnnounced(connection, node, household.toNode())) {
                    Log.warnf(
                            "household %s of village %s waits: nothing is announced that goes to %s",
                            household.handoverId(), node, household.toNode());
                }
                insert.setString(1, node.value());
                insert.setObject(2, household.handoverId());
                insert.setObject(3, household.lineageId());
                insert.setString(4, household.toNode());
                insert.setInt(5, applied.position().epoch());
                insert.setLong(6, applied.position().sequence());
                insert.setArray(
                        7,
                        connection.createArrayOf(
                                "uuid",
                                household.residents().stream()
                                        .map(ResidentRecorded::residentId)
                                        .toArray()));
                insert.setString(8, new String(EventJson.write(household), StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The other village has them, and says which of them it had under the same number. */
    public void takenOver(NodeId node, List<Applied<HouseholdTakenOver>> takeovers) throws SQLException {
        if (takeovers.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement taken = connection.prepareStatement("""
                        insert into takeover (node, handover_id, epoch, seq) values (?, ?, ?, ?)
                        on conflict (node, handover_id) do update set (epoch, seq) = (excluded.epoch, excluded.seq)
                        """);
                PreparedStatement duplicate = connection.prepareStatement("""
                        insert into takeover_duplicate (node, kind, id, same_as, handover_id) values (?, ?, ?, ?, ?)
                        on conflict (node, kind, id) do update set same_as = excluded.same_as
                        """)) {
            for (Applied<HouseholdTakenOver> applied : takeovers) {
                HouseholdTakenOver household = applied.event();
                taken.setString(1, node.value());
                taken.setObject(2, household.handoverId());
                taken.setInt(3, applied.position().epoch());
                taken.setLong(4, applied.position().sequence());
                taken.addBatch();
                for (HouseholdTakenOver.Duplicate same : household.duplicates()) {
                    duplicate.setString(1, node.value());
                    duplicate.setString(2, same.kind());
                    duplicate.setObject(3, same.id());
                    duplicate.setObject(4, same.sameAs());
                    duplicate.setObject(5, household.handoverId());
                    duplicate.addBatch();
                }
            }
            taken.executeBatch();
            duplicate.executeBatch();
        }
    }

    /** Who was erased is given to nobody; the others of the household go on. */
    public void erased(NodeId node, List<Applied<ResidentErased>> erased) throws SQLException {
        if (erased.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update handover h set data = jsonb_set(h.data, '{residents}', (
                            select coalesce(jsonb_agg(r.one order by r.place), '[]')
                            from jsonb_array_elements(h.data -> 'residents') with ordinality as r(one, place)
                            where (r.one ->> 'residentId')::uuid <> all(e.ids)))
                        from (select ?::uuid[] as ids) e
                        where h.node = ? and h.data is not null and h.residents && e.ids
                        """)) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            erased.stream()
                                    .map(each -> each.event().residentId())
                                    .toArray()));
            update.setString(2, node.value());
            update.executeUpdate();
        }
    }

    /**
     * A village begins a session: what it was given long ago and has not confirmed is given again, since an older program
     * may have passed it over. What is entered twice is entered once.
     */
    public void missed(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update takeover set given_at = null where node = ? and seq is null and given_at < ?")) {
            update.setString(1, node.value());
            update.setObject(2, clock.instant().minus(LONG_AGO).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /** The log of commands begins a new epoch: what the village has not confirmed was lost with the old one. */
    public void askAgain(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement update =
                    connection.prepareStatement("update takeover set given_at = null where node = ? and seq is null")) {
                update.setString(1, node.value());
                update.executeUpdate();
            }
            for (HandoverWanted order : LineageTable.orders(connection, node, clock.instant())) {
                commands.append(connection, node, order);
            }
        }
    }
}
