package id.smartkampung.district.inbox;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Suspect;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records that could not be trusted, one row for the same trouble at the same place. */
final class IncidentTable {

    private IncidentTable() {}

    /** What tells one trouble from another. */
    private record Trouble(Suspect.Kind kind, LogPosition position) {}

    /** Records them; says whether one came again after a clean copy was asked for, so that the village is frozen. */
    static boolean store(Connection connection, NodeId node, List<Suspect> suspects, Instant now) throws SQLException {
        // Within one turn nobody can have answered yet, so the same trouble counts once.
        Map<Trouble, Suspect> troubles = new LinkedHashMap<>();
        suspects.forEach(suspect -> troubles.put(new Trouble(suspect.kind(), suspect.position()), suspect));
        boolean again = false;
        for (Suspect suspect : troubles.values()) {
            int times = store(connection, node, suspect, now);
            if (times > 0) {
                Log.warnf("village %s, %s: %s, %s", node, suspect.position(), suspect.kind(), suspect.detail());
            }
            again |= times > 1 && suspect.freezesWhenItComesAgain();
        }
        return again;
    }

    /** How often it came; 0 when this very record was seen before. */
    private static int store(Connection connection, NodeId node, Suspect suspect, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into incident as i (node, kind, epoch, sequence, detail, at, last_at, broker_offset)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (node, kind, epoch, sequence) do update
                set times = i.times + 1, last_at = excluded.last_at, broker_offset = excluded.broker_offset
                where i.broker_offset < excluded.broker_offset
                returning times
                """)) {
            insert.setString(1, node.value());
            insert.setString(2, suspect.kind().name());
            insert.setInt(3, suspect.position().epoch());
            insert.setLong(4, suspect.position().sequence());
            insert.setString(5, suspect.detail());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.setLong(8, suspect.offset());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }
}
