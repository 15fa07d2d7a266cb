package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the commit in the village to what others can see: the commit at the hub, and the word to an open page.
 *
 * <p>Both databases are on one server that keeps the time of each commit (track_commit_timestamp), so one clock
 * measures both ends.
 */
final class LatencyPhase {

    private static final int OPERATORS = 4;

    private final Regency regency;
    private final KodeWilayah village;

    LatencyPhase(Regency regency, KodeWilayah village) {
        this.regency = regency;
        this.village = village;
    }

    void run(int changesPerSecond, int seconds, PrintStream out) throws SQLException, IOException {
        long from = lastSequence();
        try (OpenPage page = new OpenPage(regency.hub().url())) {
            int sent = change(changesPerSecond, seconds);
            awaitArrived();
            Map<Long, Double> committed = committed(from);
            Map<Long, Double> applied = applied(from);
            List<Double> database = new ArrayList<>();
            List<Double> shown = new ArrayList<>();
            committed.forEach((sequence, at) -> {
                Double seen = applied.get(sequence);
                database.add((seen - at) * 1000);
                shown.add((page.toldAfter(seen) - at) * 1000);
            });
            Figure figure = Figure.of("latency")
                    .with("changesPerSecond", changesPerSecond)
                    .with("sent", sent)
                    .with("events", committed.size());
            percentiles(figure, "database", database);
            percentiles(figure, "page", shown);
            figure.print(out);
        }
    }

    private static void percentiles(Figure figure, String name, List<Double> millis) {
        Percentiles all =
                new Percentiles(millis.stream().mapToDouble(Double::doubleValue).toArray());
        figure.with(name + "P50Ms", all.at(0.50)).with(name + "P99Ms", all.at(0.99));
    }

    /** Registers residents through the page of the village at a steady rate, as several operators at once. */
    private int change(int perSecond, int seconds) throws IOException {
        int total = perSecond * seconds;
        List<Callable<Void>> shares = new ArrayList<>();
        long begin = System.nanoTime();
        for (int hand = 0; hand < OPERATORS; hand++) {
            Operator operator = new Operator(Clerk.at(regency.village(village).url(), "operator", "kampung-demo-2026"));
            int first = hand;
            shares.add(() -> {
                for (int change = first; change < total; change += OPERATORS) {
                    LockSupport.parkNanos(begin + change * 1_000_000_000L / perSecond - System.nanoTime());
                    operator.register();
                }
                return null;
            });
        }
        ExecutorService hands = Executors.newFixedThreadPool(OPERATORS);
        try {
            for (Future<Void> share : hands.invokeAll(shares)) {
                share.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while changes were made", e);
        } catch (ExecutionException e) {
            throw new IOException("a change was refused", e);
        } finally {
            hands.shutdown();
        }
        return total;
    }

    private long lastSequence() throws SQLException {
        try (Connection reader = regency.villageDatabase(village).asReader();
                PreparedStatement query = reader.prepareStatement("select sequence from log_head");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void awaitArrived() throws SQLException {
        long wanted = lastSequence();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (applied(wanted - 1).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("event " + wanted + " of " + village + " has not arrived");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Map<Long, Double> committed(long after) throws SQLException {
        try (Connection reader = regency.villageDatabase(village).asReader()) {
            return CommitTimes.inVillage(reader, after);
        }
    }

    private Map<Long, Double> applied(long after) throws SQLException {
        try (Connection reader = regency.hubDatabase().asReader()) {
            return CommitTimes.atHub(reader, village.value(), after);
        }
    }
}
