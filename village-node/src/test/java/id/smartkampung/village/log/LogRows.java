package id.smartkampung.village.log;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.log.Control;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Looks at the log by SQL of its own, past the code under test. */
public final class LogRows {

    private LogRows() {}

    /** One event as it lies in the table. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(long sequence, String type, UUID id, byte[] prevHash, byte[] hash, byte[] data) {

        String label() {
            try {
                return ((FamilyRecorded) EventJson.read(EventType.FAMILY_RECORDED_V1, data)).address();
            } catch (EventFormatException e) {
                throw new AssertionError("event " + sequence, e);
            }
        }
    }

    public static long head() {
        return number("select sequence from log_head");
    }

    /** What the district has acknowledged. */
    public static Control.Place acked() {
        try (Connection connection = Databases.village().asOwner();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select acked_epoch, acked_sequence, acked_hash from log_state")) {
            row.next();
            return new Control.Place(
                    row.getInt(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static List<Row> after(long sequence) {
        return rows("select * from outbox where sequence > " + sequence + " order by sequence");
    }

    public static List<Row> of(UUID subject) {
        return rows("select * from outbox where subject_id = '" + subject + "' order by sequence");
    }

    public static long number(String query) {
        try (Connection connection = Databases.village().asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    public static void asOwner(String... statements) throws SQLException {
        try (Connection connection = Databases.village().asOwner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public static void asApp(String... statements) throws SQLException {
        try (Connection connection = Databases.village().asApp();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<Row> rows(String query) {
        try (Connection connection = Databases.village().asOwner();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(new Row(
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getObject("subject_id", UUID.class),
                        row.getBytes("prev_hash"),
                        row.getBytes("hash"),
                        row.getBytes("data")));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
