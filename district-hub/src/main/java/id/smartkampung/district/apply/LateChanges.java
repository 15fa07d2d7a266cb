package id.smartkampung.district.apply;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Events that took effect, or were given up, after their turn: who follows the log has passed their place already. */
public final class LateChanges {

    private LateChanges() {}

    /** Numbers them behind those that there are; the caller holds the lock of the village. */
    public static void store(Connection connection, NodeId node, List<LogPosition> positions, Instant now)
            throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into late_change (node, number, epoch, sequence, at)
                select ?, coalesce((select max(number) from late_change where node = ?), 0)
                    + row_number() over (order by epoch, sequence), epoch, sequence, ?
                from unnest(?::int[], ?::bigint[]) as late(epoch, sequence)
                """)) {
            insert.setString(1, node.value());
            insert.setString(2, node.value());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "int4", positions.stream().map(LogPosition::epoch).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "int8",
                            positions.stream().map(LogPosition::sequence).toArray()));
            insert.executeUpdate();
        }
    }
}
