package id.smartkampung.district.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.export.Export.Failure;
import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.Manifest;
import id.smartkampung.district.export.Export.State;
import id.smartkampung.district.feed.RowType;
import id.smartkampung.web.account.Officer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was asked for and what became of it. Time is the database's, so that all hubs agree on it. */
final class ExportTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One after the other looks for work, so that two hubs never begin two copies of one owner. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('export', 0))";

    private ExportTable() {}

    static void insert(Connection connection, Export export, Officer caller, String purpose) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into export (id, owner, caller_id, caller_name, types, areas, within, open, purpose, format)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, export.id());
            insert.setString(2, export.owner());
            insert.setObject(3, caller.id());
            insert.setString(4, caller.username());
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", export.types().stream().map(Enum::name).toArray()));
            insert.setArray(6, connection.createArrayOf("text", export.areas().toArray()));
            insert.setString(7, export.within());
            insert.setBoolean(8, export.open());
            insert.setString(9, purpose);
            insert.setString(10, export.format().name());
            insert.executeUpdate();
        }
    }

    /** How many of an owner wait or run. */
    static int underWay(Connection connection, String owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from export where owner = ? and state in ('WAITING', 'RUNNING')")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The newest first. */
    static List<Export> of(Connection connection, String owner) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from export where owner = ? order by asked_at desc limit 100")) {
            select.setString(1, owner);
            return exports(select);
        }
    }

    static Optional<Export> find(Connection connection, UUID id, String owner) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from export where id = ? and owner = ?")) {
            select.setObject(1, id);
            select.setString(2, owner);
            return exports(select).stream().findFirst();
        }
    }

    /** Takes the oldest that waits, or whose hub is gone, and of whose owner none runs. */
    static Optional<Export> take(Connection connection, UUID runner, Duration patience) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.execute();
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update export set state = 'RUNNING', runner = ?, beat_at = now(), attempts = attempts + 1, rows_done = 0
                where id = (
                    select id from export e
                    where (state = 'WAITING' or state = 'RUNNING' and beat_at < now() - make_interval(secs => ?))
                        and not exists (
                            select from export o
                            where o.owner = e.owner and o.id <> e.id and o.state = 'RUNNING'
                                and o.beat_at >= now() - make_interval(secs => ?))
                    order by asked_at, id limit 1)
                returning new.*
                """)) {
            update.setObject(1, runner);
            update.setDouble(2, patience.toMillis() / 1000.0);
            update.setDouble(3, patience.toMillis() / 1000.0);
            return exports(update).stream().findFirst();
        }
    }

    /** Tells how far it is; false when it is no longer this hub's to write. */
    static boolean beat(Connection connection, UUID id, UUID runner, long done, long total) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update export set beat_at = now(), rows_done = ?, rows_total = ?
                where id = ? and runner = ? and state = 'RUNNING'
                """)) {
            update.setLong(1, done);
            update.setLong(2, total);
            update.setObject(3, id);
            update.setObject(4, runner);
            return update.executeUpdate() > 0;
        }
    }

    static boolean finish(Connection connection, UUID id, UUID runner, Manifest manifest, Duration keep)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update export set state = 'READY', manifest = ?::jsonb, ended_at = now(), rows_done = ?, rows_total = ?,
                    expires_at = now() + make_interval(secs => ?)
                where id = ? and runner = ? and state = 'RUNNING'
                """)) {
            long rows = manifest.files().stream().mapToLong(Manifest.Part::rows).sum();
            update.setString(1, json(manifest));
            update.setLong(2, rows);
            update.setLong(3, rows);
            update.setDouble(4, keep.toMillis() / 1000.0);
            update.setObject(5, id);
            update.setObject(6, runner);
            return update.executeUpdate() > 0;
        }
    }

    static void fail(Connection connection, UUID id, UUID runner, Failure failure) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update export set state = 'FAILED', failure = ?, ended_at = now()
                where id = ? and runner = ? and state = 'RUNNING'
                """)) {
            update.setString(1, failure.name());
            update.setObject(2, id);
            update.setObject(3, runner);
            update.executeUpdate();
        }
    }

    /** Puts it back, for this or another hub to try again; whether that was an attempt that counts. */
    static void giveBack(Connection connection, UUID id, UUID runner, boolean counts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update export set state = 'WAITING', attempts = attempts - ?
                where id = ? and runner = ? and state = 'RUNNING'
                """)) {
            update.setInt(1, counts ? 0 : 1);
            update.setObject(2, id);
            update.setObject(3, runner);
            update.executeUpdate();
        }
    }

    static void cancel(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update export set state = 'CANCELLED', ended_at = now()
                where id = ? and state in ('WAITING', 'RUNNING', 'READY')
                """)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    /** Ends those whose time is over. */
    static int expire(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update export set state = 'EXPIRED' where state = 'READY' and expires_at < now()")) {
            return update.executeUpdate();
        }
    }

    /** Those whose files are needed. */
    static List<UUID> kept(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select id from export where state in ('RUNNING', 'READY')");
                ResultSet row = select.executeQuery()) {
            List<UUID> kept = new ArrayList<>();
            while (row.next()) {
                kept.add(row.getObject(1, UUID.class));
            }
            return kept;
        }
    }

    private static List<Export> exports(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Export> exports = new ArrayList<>();
            while (row.next()) {
                String failure = row.getString("failure");
                exports.add(new Export(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        texts(row, "types").stream().map(RowType::valueOf).toList(),
                        texts(row, "areas"),
                        row.getString("within"),
                        row.getBoolean("open"),
                        Format.valueOf(row.getString("format")),
                        State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        instant(row, "asked_at"),
                        row.getLong("rows_done"),
                        row.getObject("rows_total", Long.class),
                        instant(row, "ended_at"),
                        instant(row, "expires_at"),
                        manifest(row.getString("manifest")),
                        failure == null ? null : Failure.valueOf(failure)));
            }
            return exports;
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String json(Manifest manifest) {
        try {
            return JSON.writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a manifest cannot be written as JSON", e);
        }
    }

    private static Manifest manifest(String json) {
        try {
            return json == null ? null : JSON.readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest in the table cannot be read", e);
        }
    }
}
