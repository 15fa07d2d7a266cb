package id.smartkampung.district.web;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes rows by plain SQL, in the transaction of the service that asks for it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Writing {

    private final AgroalDataSource database;

    Writing(AgroalDataSource database) {
        this.database = database;
    }

    /** How many rows were written. */
    public int run(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Reading.bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of the kabupaten cannot be written", e);
        }
    }
}
