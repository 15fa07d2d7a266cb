package id.smartkampung.district.intake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads whether events are taken in at all, and how the workers of this hub are doing. */
@ApplicationScoped
@Named("intake")
public class IntakeQueries {

    private final AgroalDataSource database;
    private final IntakeHealth health;

    IntakeQueries(AgroalDataSource database, IntakeHealth health) {
        this.database = database;
        this.health = health;
    }

    /** The stop in force; empty while events are taken in. */
    public Optional<IntakeStop> stop() {
        try (Connection connection = database.getConnection()) {
            return IntakeStop.current(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("whether events are taken in cannot be read", e);
        }
    }

    /** Since when a worker of this hub has not come round. */
    public Optional<Instant> stalledSince() {
        return health.stalledSince();
    }

    /** Since when a worker of this hub waits for the database or the broker. */
    public Optional<Instant> waitingSince() {
        return health.waitingSince();
    }
}
