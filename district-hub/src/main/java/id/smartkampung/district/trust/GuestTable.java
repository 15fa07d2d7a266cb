package id.smartkampung.district.trust;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Guest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Which machine said hello last in the name of each village; read and written under the lock of its cursor. */
public final class GuestTable {

    private static final String FIND =
            "select fingerprint, before, broker_topic_id, broker_offset from village_guest where node = ?";

    private static final String STORE = """
            insert into village_guest as g (node, fingerprint, before, broker_topic_id, broker_offset, since)
            values (?, ?, ?, ?, ?, ?)
            on conflict (node) do update
            set fingerprint = excluded.fingerprint, before = excluded.before,
                broker_topic_id = excluded.broker_topic_id, broker_offset = excluded.broker_offset,
                since = case when g.fingerprint = excluded.fingerprint then g.since else excluded.since end
            """;

    private GuestTable() {}

    public static Guest find(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Guest.UNKNOWN;
                }
                return new Guest(
                        row.getString("fingerprint"),
                        Set.of((String[]) row.getArray("before").getArray()),
                        row.getString("broker_topic_id"),
                        row.getLong("broker_offset"));
            }
        }
    }

    public static void store(Connection connection, NodeId node, Guest guest, Instant now) throws SQLException {
        Array before = connection.createArrayOf("text", guest.before().toArray());
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setString(1, node.value());
            store.setString(2, guest.fingerprint());
            store.setArray(3, before);
            store.setString(4, guest.topicId());
            store.setLong(5, guest.offset());
            store.setObject(6, now.atOffset(ZoneOffset.UTC));
            store.executeUpdate();
        }
    }
}
