package id.smartkampung.web.error;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the database found no room on its disk for the last change. It takes nothing in half, and what it has it
 * keeps; so people go on reading, and are told why nothing new is kept until a change finds room again.
 */
@ApplicationScoped
@Named("disk")
public class FullDisk {

    /** SQLSTATE {@code disk_full} of PostgreSQL. */
    private static final String NO_ROOM = "53100";

    private final Clock clock;
    private volatile Instant since;

    public FullDisk(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is why something failed; it is remembered until {@link #hasRoom()}. */
    public boolean explains(Throwable failure) {
        boolean full = isNoRoom(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (full && since == null) {
            since = clock.instant();
            Log.error("DISK: the database finds no room for a change; nothing new is kept until there is");
        }
        return full;
    }

    /** A change was kept. */
    public void hasRoom() {
        if (since != null) {
            since = null;
            Log.info("the database has room for changes again");
        }
    }

    /** Since when changes find no room; empty while they do. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /** What fails at the end of a transaction is told as suppressed by the failure of the end. */
    private static boolean isNoRoom(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (failure instanceof SQLException sql && NO_ROOM.equals(sql.getSQLState())) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isNoRoom(suppressed, seen)) {
                return true;
            }
        }
        return isNoRoom(failure.getCause(), seen);
    }
}
