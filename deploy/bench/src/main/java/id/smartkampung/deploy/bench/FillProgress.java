package id.smartkampung.deploy.bench;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How far a hub is filled: how fast, how long still, and whether all has arrived in the end. */
final class FillProgress {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** When the hub has applied nothing for so long it will not go on by itself. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PrintStream out;
    private final HubTotals hub;
    private final FillOptions options;
    private final long begunAt = System.nanoTime();
    private final long appliedBefore;
    private int villages;
    private long residents;
    private long sent;

    FillProgress(PrintStream out, HubTotals hub, FillOptions options) throws SQLException {
        this.out = out;
        this.hub = hub;
        this.options = options;
        appliedBefore = hub.applied();
    }

    /** A village is with the broker as a whole; says how far the hub is. */
    void village(KodeWilayah kode, int people, long events) throws SQLException {
        villages++;
        residents += people;
        sent += events;
        long expected = sent * options.residents() / residents;
        out.printf(
                "%s  village %d of %d sent  %s%n",
                kode, villages, options.sizes().size(), applied(expected));
    }

    /** Of a village whose rows are there, its totals are still to be counted. */
    void toCount(long events) {
        sent += events;
    }

    void awaitApplied() throws SQLException {
        long last = -1;
        long since = System.nanoTime();
        for (long applied = hub.applied(); applied < sent; applied = hub.applied()) {
            if (applied > last) {
                last = applied;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("the hub has stopped at " + applied + " of " + sent + " events");
            }
            out.println("all sent  " + applied(sent));
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        out.println("all applied  " + applied(sent));
    }

    /** Says what the hub has in the end, and whether that is everything and everybody. */
    boolean compared() throws SQLException {
        long byRows = hub.peopleByRows();
        long byTotals = hub.peopleByTotals();
        long wrong = hub.wrongTotals();
        long parked = hub.parked();
        out.printf(
                "%,d residents made, %,d by the rows of the hub, %,d by its totals; "
                        + "%,d totals of families, requests and mutations are wrong, %,d events are parked%n",
                options.residents(), byRows, byTotals, wrong, parked);
        return byRows == options.residents() && byTotals == byRows && wrong == 0 && parked == 0;
    }

    private String applied(long expected) throws SQLException {
        long applied = hub.applied();
        double seconds = (System.nanoTime() - begunAt) / 1e9;
        double rate = (applied - appliedBefore) / seconds;
        return String.format(
                "%,d of about %,d events applied  %,.0f a second%s",
                applied, expected, rate, left(expected - applied, rate));
    }

    /** Nothing where nothing is left, or nobody can know yet. */
    private static String left(long events, double rate) {
        return events <= 0 || rate <= 0 ? "" : String.format("  %,.0f s left", events / rate);
    }
}
