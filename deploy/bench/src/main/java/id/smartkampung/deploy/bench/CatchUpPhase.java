package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.Wilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * All villages of the regency after thirty days without a line, and what those feel who work meanwhile: the time from
 * the broker's acknowledgement to the commit at the hub, with nobody else, while fifty catch up, and while one floods.
 */
final class CatchUpPhase {

    private static final int BATCH = 500;
    private static final int CATCHING_UP = 50;
    private static final long LOOK_EVERY_NANOS = 5_000_000;
    private static final double PATIENCE_SECONDS = 900;

    /** Ten seconds of one that works at twenty changes a second. */
    private static final int CHANGES = 200;

    private static final long CHANGE_EVERY_NANOS = 50_000_000;

    private final Path folder;
    private final int events;
    private final long seed;

    CatchUpPhase(Path folder, int events, long seed) {
        this.folder = folder;
        this.events = events;
        this.seed = seed;
    }

    void run(PrintStream out) throws SQLException, IOException {
        List<SimulatedVillage> villages = Wilayah.desa().stream()
                .map(desa -> new NodeId(desa.kode().value()))
                .map(node -> new SimulatedVillage(node, seed ^ node.value().hashCode()))
                .toList();
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("catch-up"), List.of())
                .withEnvironment(Map.of(
                        "DISTRICT_VILLAGE_NODES",
                        villages.stream().map(village -> village.node().value()).collect(Collectors.joining(",")),
                        "DISTRICT_TRUST_VILLAGE_KEYS",
                        villages.stream()
                                .map(village -> village.node() + "="
                                        + village.key().verifyKey().base64())
                                .collect(Collectors.joining(","))));
        try (Regency regency = new Regency(plan, Checkout.here())) {
            regency.startServers(step -> {});
            keepCommitTimes(regency);
            regency.hub().start();
            try (Connection reader = regency.hubDatabase().asReader();
                    LogFeeder feeder = new LogFeeder(regency.kafka().adminClient())) {
                allAtOnce(regency, reader, feeder, villages, out);
                SimulatedVillage working = villages.get(0);
                // A program that was just started compiles itself; what it does then says nothing of its day.
                work(reader, feeder, working);
                double alone = figure("alone", work(reader, feeder, working), 0, out);
                regency.hub().pause();
                feed(feeder, villages.subList(1, CATCHING_UP + 1), events / 4);
                regency.hub().resume();
                figure("fifty-catch-up", work(reader, feeder, working), alone, out);
                awaitApplied(reader, total(villages));
                regency.hub().pause();
                SimulatedVillage flooding = villages.get(CATCHING_UP + 1);
                flooding.setClock(Instant::now);
                feed(feeder, List.of(flooding), events / 4);
                regency.hub().resume();
                figure("one-floods", work(reader, feeder, working), alone, out);
                awaitApplied(reader, total(villages));
            }
        }
    }

    private void allAtOnce(
            Regency regency, Connection reader, LogFeeder feeder, List<SimulatedVillage> villages, PrintStream out)
            throws SQLException {
        regency.hub().pause();
        feed(feeder, villages, events);
        regency.hub().resume();
        double begin = now();
        awaitApplied(reader, 1);
        double first = now() - begin;
        awaitApplied(reader, total(villages));
        double all = now() - begin;
        Figure.of("catch-up")
                .with("villages", villages.size())
                .with("events", total(villages))
                .with("firstEventSeconds", first)
                .with("seconds", all)
                .with("eventsPerSecond", total(villages) / all)
                .with("hubMib", residentMib(regency))
                .print(out);
    }

    private static double residentMib(Regency regency) {
        return ProcessUse.of(regency.hub().process().orElseThrow().pid()).residentMib();
    }

    private static void feed(LogFeeder feeder, List<SimulatedVillage> villages, int events) {
        int each = events / villages.size();
        for (SimulatedVillage village : villages) {
            for (int event = 1; event <= each; event++) {
                if (event % BATCH == 0 || event == each) {
                    feeder.send(village.next(), village.key());
                } else {
                    feeder.send(village.next());
                }
            }
        }
        feeder.flush();
    }

    /** Milliseconds from the broker's word to the commit at the hub, of each change. */
    private static List<Double> work(Connection reader, LogFeeder feeder, SimulatedVillage village)
            throws SQLException {
        Map<Long, Double> sent = new HashMap<>();
        long begin = System.nanoTime();
        for (int change = 0; change < CHANGES; change++) {
            LockSupport.parkNanos(begin + change * CHANGE_EVERY_NANOS - System.nanoTime());
            feeder.send(village.next(), village.key());
            feeder.flush();
            sent.put(village.sequence(), System.currentTimeMillis() / 1e3);
        }
        awaitApplied(reader, village);
        List<Double> millis = new ArrayList<>();
        try (PreparedStatement query = reader.prepareStatement("select sequence,"
                + " extract(epoch from pg_xact_commit_timestamp(xmin)) from received_event where node = ?")) {
            query.setString(1, village.node().value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Double at = sent.get(rows.getLong(1));
                    if (at != null) {
                        millis.add((rows.getDouble(2) - at) * 1000);
                    }
                }
            }
        }
        return millis;
    }

    private static double figure(String beside, List<Double> millis, double alone, PrintStream out) {
        Percentiles all =
                new Percentiles(millis.stream().mapToDouble(Double::doubleValue).toArray());
        Figure figure = Figure.of("beside")
                .with("beside", beside)
                .with("changes", millis.size())
                .with("p50Ms", all.at(0.50))
                .with("p99Ms", all.at(0.99));
        if (alone > 0) {
            figure.with("p99OfAlone", all.at(0.99) / alone);
        }
        figure.print(out);
        return all.at(0.99);
    }

    private static long total(List<SimulatedVillage> villages) {
        return villages.stream().mapToLong(SimulatedVillage::sequence).sum();
    }

    private static void awaitApplied(Connection reader, long wanted) throws SQLException {
        await(reader, "select coalesce(sum(sequence), 0) from log_cursor", wanted);
    }

    private static void awaitApplied(Connection reader, SimulatedVillage village) throws SQLException {
        await(reader, "select sequence from log_cursor where node = '" + village.node() + "'", village.sequence());
    }

    private static void await(Connection reader, String figure, long wanted) throws SQLException {
        double begin = now();
        while (number(reader, figure) < wanted) {
            if (now() - begin > PATIENCE_SECONDS) {
                throw new IllegalStateException("not " + wanted + " events within " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private static long number(Connection reader, String query) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Needs a restart of the server. */
    private static void keepCommitTimes(Regency regency) throws SQLException {
        try (Connection admin = regency.postgres().asAdmin("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
        }
        regency.postgres().stop();
        regency.postgres().start();
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }
}
