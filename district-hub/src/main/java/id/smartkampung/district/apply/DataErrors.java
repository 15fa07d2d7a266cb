package id.smartkampung.district.apply;

import id.smartkampung.district.village.ParkedReason;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells what is wrong with an event from what is wrong with the database, and says it without the values of persons. */
final class DataErrors {

    private DataErrors() {}

    /** Why an event cannot be applied: a code for people and a detail without values. */
    record Trouble(ParkedReason code, String detail) {}

    /**
     * Why an event cannot be applied.
     *
     * @throws SQLException the failure itself when it is none of the event: the turn is to be tried again
     */
    static Trouble trouble(Exception failure) throws SQLException {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            // A text that cannot be stored, a date beyond the calendar, or a mistake of ours: this event's trouble.
            return failure instanceof IllegalArgumentException
                    ? new Trouble(ParkedReason.REFUSED, failure.getMessage())
                    : new Trouble(ParkedReason.FAILED, failure.getClass().getSimpleName());
        }
        String state = sql.getSQLState();
        if (state == null || !(state.startsWith("22") || state.startsWith("23"))) {
            throw sql;
        }
        ServerErrorMessage message = sql instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (message != null && message.getColumn() != null) {
            return new Trouble(
                    ParkedReason.REFUSED,
                    "SQLSTATE " + state + ", column " + message.getTable() + "." + message.getColumn());
        }
        return new Trouble(ParkedReason.REFUSED, "SQLSTATE " + state);
    }

    private static SQLException sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
