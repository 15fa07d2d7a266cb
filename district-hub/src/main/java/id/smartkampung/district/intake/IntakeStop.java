package id.smartkampung.district.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The stop of the whole intake, which all hubs of the district keep to until a person releases it.
 *
 * @param events taken in within the window when it stopped
 * @param parked how many of them could not be applied
 * @param villages how many villages these came from
 */
public record IntakeStop(Instant since, long events, long parked, int villages) {

    /** The stop in force, as this transaction sees it; empty while events are taken in. */
    public static Optional<IntakeStop> current(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select * from intake_stop where stopped_at is not null")) {
            return row.next()
                    ? Optional.of(new IntakeStop(
                            row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                            row.getLong("events"),
                            row.getLong("parked"),
                            row.getInt("villages")))
                    : Optional.empty();
        }
    }

    /** Stops the intake of all hubs; a stop that is in force stays as it is. */
    public void store(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with stopped as (
                    update intake_stop
                    set stopped_at = ?, events = ?, parked = ?, villages = ?,
                        released_at = null, released_by = null, release_reason = null
                    where stopped_at is null)
                select pg_notify('kampung_hub', '*')
                """)) {
            update.setObject(1, since.atOffset(ZoneOffset.UTC));
            update.setLong(2, events);
            update.setLong(3, parked);
            update.setInt(4, villages);
            update.execute();
        }
    }

    /** Lets events in again; says whether a stop was in force. */
    public static boolean release(Connection connection, Instant now, String by, String reason) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with released as (
                    update intake_stop
                    set stopped_at = null, released_at = ?, released_by = ?, release_reason = ?
                    where stopped_at is not null
                    returning one)
                select pg_notify('kampung_hub', '*') from released
                """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, by);
            update.setString(3, reason);
            try (ResultSet row = update.executeQuery()) {
                return row.next();
            }
        }
    }
}
