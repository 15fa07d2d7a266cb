package id.smartkampung.village.importer.intake;

import id.smartkampung.web.error.RefusedException;
import java.sql.SQLException;

/** Tells a row that the register will never take from a database that is away for the moment. */
public final class RowFault {

    /** Classes of SQLSTATE: data that do not fit, and data that clash. */
    private static final String DATA = "22";

    private static final String CONSTRAINT = "23";

    private RowFault() {}

    public static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith(DATA) || state.startsWith(CONSTRAINT);
            }
        }
        return false;
    }
}
