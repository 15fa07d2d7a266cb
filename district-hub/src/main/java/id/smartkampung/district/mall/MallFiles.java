package id.smartkampung.district.mall;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeId;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed files at the mall: from the first part that arrives until the applicant has the letter. */
final class MallFiles {

    private static final String WHOLE = """
            select f.sha256, f.bytes, string_agg(c.data, ''::bytea order by c.start)
            from mall_file f join mall_chunk c using (node, letter_id)
            where f.node = ? and f.letter_id = ? and f.deleted_at is null
            group by f.sha256, f.bytes
            having sum(length(c.data)) >= f.bytes
            """;

    private MallFiles() {}

    /** Keeps a part of a file that was asked for, and only of that; says whether it was one. */
    static boolean keep(Connection connection, NodeId node, FileChunk chunk) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into mall_chunk (node, letter_id, start, data)
                select node, letter_id, ?, ? from mall_file
                where node = ? and letter_id = ? and sha256 = ? and bytes = ?
                    and arrived_at is null and deleted_at is null
                on conflict (node, letter_id, start) do nothing
                """)) {
            insert.setLong(1, chunk.start());
            insert.setBytes(2, chunk.part());
            insert.setString(3, node.value());
            insert.setObject(4, chunk.letterId());
            insert.setString(5, chunk.sha256());
            insert.setLong(6, chunk.bytes());
            return insert.executeUpdate() > 0;
        }
    }

    /** When all parts are here they are the file that the village signed, or they are thrown away. */
    static void complete(Connection connection, NodeId node, UUID letter, Instant now) throws SQLException {
        Optional<byte[]> whole = whole(connection, node, letter);
        if (whole.isEmpty()) {
            return;
        }
        if (!isSigned(connection, node, letter, whole.get())) {
            Log.warnf("the file of letter %s of village %s is not what its hash says: thrown away", letter, node);
            empty(connection, node, letter);
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update mall_file set arrived_at = ? where node = ? and letter_id = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            update.setObject(3, letter);
            update.executeUpdate();
        }
    }

    /** The file, as soon as so many bytes are here as it has. */
    static Optional<byte[]> whole(Connection connection, NodeId node, UUID letter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WHOLE)) {
            select.setString(1, node.value());
            select.setObject(2, letter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(3)) : Optional.empty();
            }
        }
    }

    private static boolean isSigned(Connection connection, NodeId node, UUID letter, byte[] file) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select from mall_file where node = ? and letter_id = ? and sha256 = ? and bytes = ?")) {
            select.setString(1, node.value());
            select.setObject(2, letter);
            select.setString(3, Hash.sha256(file).hex());
            select.setLong(4, file.length);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Deletes a file; that it was here stays on record. */
    static void delete(Connection connection, NodeId node, UUID letter, Instant now) throws SQLException {
        empty(connection, node, letter);
        try (PreparedStatement update = connection.prepareStatement(
                "update mall_file set deleted_at = ? where node = ? and letter_id = ? and deleted_at is null")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            update.setObject(3, letter);
            update.executeUpdate();
        }
    }

    private static void empty(Connection connection, NodeId node, UUID letter) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from mall_chunk where node = ? and letter_id = ?")) {
            delete.setString(1, node.value());
            delete.setObject(2, letter);
            delete.executeUpdate();
        }
    }

    /**
     * Empties what was received, since the parts are kept beside the log or not at all. Emptied and not null: whoever is
     * given the log back must not stop here, and no row depends on what it said.
     */
    static void emptyReceived(Connection connection, NodeId node, List<Applied<FileChunk>> chunks) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update received_event set data = ''::bytea where node = ? and epoch = ? and sequence = ?")) {
            for (Applied<FileChunk> chunk : chunks) {
                update.setString(1, node.value());
                update.setInt(2, chunk.position().epoch());
                update.setLong(3, chunk.position().sequence());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
