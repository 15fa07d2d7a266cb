package id.smartkampung.district.web;

import id.smartkampung.model.vocabulary.Coded;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads rows by plain SQL for pages and resources; nothing is written through it. */
@ApplicationScoped
public class Reading {

    private final AgroalDataSource database;

    Reading(AgroalDataSource database) {
        this.database = database;
    }

    /** What one row becomes. */
    @FunctionalInterface
    public interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(Row<T> row, String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of the kabupaten cannot be read", e);
        }
    }

    public <T> Optional<T> first(Row<T> row, String sql, Object... parameters) {
        return list(row, sql, parameters).stream().findFirst();
    }

    /** The instant of a {@code timestamptz}, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        java.sql.Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** The number of a column, or null. */
    public static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The value of a vocabulary by its code in a column, or null. */
    public static <E extends Enum<E> & Coded> E coded(Class<E> vocabulary, ResultSet row, String column)
            throws SQLException {
        Long code = number(row, column);
        return code == null ? null : Coded.ofCode(vocabulary, code.intValue());
    }

    /** Parameters followed by more of them. */
    public static Object[] with(Object[] parameters, Object... more) {
        Object[] all = Arrays.copyOf(parameters, parameters.length + more.length);
        System.arraycopy(more, 0, all, parameters.length, more.length);
        return all;
    }

    static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Instant at) {
                statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
            } else if (parameter instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }
}
