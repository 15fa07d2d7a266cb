package id.smartkampung.district.erasure;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.DistrictEvent.ErasureAsked;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.ErasureRefused;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wishes to be erased that reached the district before the village: the rows are hidden here until it has answered. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class WishProjection {

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final Clock clock;

    WishProjection(AgroalDataSource database, CommandLog commands, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Keeps a wish and passes it on to the village. One that was refused may be asked again.
     *
     * @return the place of the last event of the person, whose followers are to hear of it; empty when there is none, or
     *     the wish is open already
     */
    public Optional<LogPosition> ask(NodeId node, UUID residentId, ErasureGround ground, String by)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!keep(connection, node, residentId, ground, by)) {
                return Optional.empty();
            }
            commands.append(connection, node, new ErasureAsked(UuidV7.at(clock.instant()), residentId, ground));
            return last(connection, node, residentId);
        }
    }

    /** The log of commands begins anew: what was asked and not answered is asked again. */
    public void askAgain(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<UUID, ErasureGround> wish : open(connection, node).entrySet()) {
                commands.append(
                        connection, node, new ErasureAsked(UuidV7.at(clock.instant()), wish.getKey(), wish.getValue()));
            }
        }
    }

    /** Whom the village has been asked to erase, and has not answered. */
    public List<UUID> hidden(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return List.copyOf(open(connection, node).keySet());
        }
    }

    /** The village has done so, or says why not. */
    public void answered(NodeId node, List<Applied<ResidentErased>> erased, List<ErasureRefused> refused)
            throws SQLException {
        if (erased.isEmpty() && refused.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            for (Applied<ResidentErased> each : erased) {
                answer(connection, node, each.event().residentId(), null);
            }
            for (ErasureRefused each : refused) {
                answer(connection, node, each.residentId(), each.reason());
            }
        }
    }

    private boolean keep(Connection connection, NodeId node, UUID residentId, ErasureGround ground, String by)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into erasure_wish as w (node, resident_id, ground, asked_at, asked_by)
                values (?, ?, ?, ?, ?)
                on conflict (node, resident_id) do update
                set (ground, asked_at, asked_by, answered_at, refusal) =
                    (excluded.ground, excluded.asked_at, excluded.asked_by, null, null)
                where w.refusal is not null
                """)) {
            insert.setString(1, node.value());
            insert.setObject(2, residentId);
            insert.setString(3, ground.name());
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(5, by);
            return insert.executeUpdate() == 1;
        }
    }

    private static Optional<LogPosition> last(Connection connection, NodeId node, UUID residentId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select epoch, sequence from received_event where node = ? and subject = ?
                order by epoch desc, sequence desc limit 1
                """)) {
            select.setString(1, node.value());
            select.setString(2, "resident/" + residentId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new LogPosition(row.getInt(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    private static Map<UUID, ErasureGround> open(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select resident_id, ground from erasure_wish where node = ? and answered_at is null")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, ErasureGround> open = new HashMap<>();
                while (row.next()) {
                    open.put(row.getObject(1, UUID.class), ErasureGround.valueOf(row.getString(2)));
                }
                return open;
            }
        }
    }

    private void answer(Connection connection, NodeId node, UUID residentId, String refusal) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update erasure_wish set (answered_at, refusal) = (?, ?)
                where node = ? and resident_id = ? and answered_at is null
                """)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(2, refusal);
            update.setString(3, node.value());
            update.setObject(4, residentId);
            update.executeUpdate();
        }
    }
}
