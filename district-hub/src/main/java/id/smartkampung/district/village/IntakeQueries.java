package id.smartkampung.district.village;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Reads whether events are taken in at all. */
@ApplicationScoped
public class IntakeQueries {

    private final AgroalDataSource database;

    IntakeQueries(AgroalDataSource database) {
        this.database = database;
    }

    /** The stop in force; empty while events are taken in. */
    public Optional<IntakeStop> stop() {
        try (Connection connection = database.getConnection()) {
            return IntakeStop.current(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("whether events are taken in cannot be read", e);
        }
    }
}
