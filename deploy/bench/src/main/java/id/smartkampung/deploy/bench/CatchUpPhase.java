package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.wilayah.Wilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * All villages of the regency after thirty days without a line, and what those feel who work meanwhile: the time from
 * the broker's acknowledgement to the commit at the hub, with nobody else, while fifty catch up, and while one floods.
 */
final class CatchUpPhase {

    private static final int CATCHING_UP = 50;
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

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
        List<SimulatedVillage> villages = SimulatedVillage.first(Wilayah.desa().size(), seed);
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("catch-up"), List.of())
                .withEnvironment(SimulatedVillage.knownToHub(villages));
        try (Regency regency = new Regency(plan, Checkout.here())) {
            regency.startServers(step -> {});
            CommitTimes.keep(regency);
            regency.postgres().stop();
            regency.postgres().start();
            regency.hub().start();
            try (HubReader reader = new HubReader(regency, LOOK_EVERY);
                    LogFeeder feeder = new LogFeeder(regency.kafka().adminClient())) {
                allAtOnce(regency, reader, feeder, villages, out);
                SimulatedVillage working = villages.get(0);
                // A program that was just started compiles itself; what it does then says nothing of its day.
                work(reader, feeder, working);
                double alone = figure("alone", work(reader, feeder, working), 0, out);
                beside("fifty-catch-up", villages.subList(1, CATCHING_UP + 1), reader, feeder, working, alone, out);
                SimulatedVillage flooding = villages.get(CATCHING_UP + 1);
                flooding.setClock(Instant::now);
                beside("one-floods", List.of(flooding), reader, feeder, working, alone, out);
            }
        }
    }

    private void allAtOnce(
            Regency regency, HubReader reader, LogFeeder feeder, List<SimulatedVillage> villages, PrintStream out)
            throws SQLException {
        List<ProducerRecord<byte[], byte[]>> waiting = LogFeeder.withoutLine(villages, events);
        double begin = HubReader.now();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> feeder.sendAll(waiting));
        double first = reader.await(HubReader.APPLIED, 1) - begin;
        double all = reader.await(HubReader.APPLIED, total(villages)) - begin;
        sending.join();
        Figure.of("catch-up")
                .with("villages", villages.size())
                .with("events", total(villages))
                .with("firstEventSeconds", first)
                .with("seconds", all)
                .with("eventsPerSecond", total(villages) / all)
                .with("hubMib", residentMib(regency))
                .print(out);
    }

    /** Works while the hub is busy with others. */
    private void beside(
            String who,
            List<SimulatedVillage> others,
            HubReader reader,
            LogFeeder feeder,
            SimulatedVillage working,
            double alone,
            PrintStream out)
            throws SQLException {
        long before = reader.number(HubReader.APPLIED);
        feeder.sendAll(LogFeeder.withoutLine(others, events / 4));
        List<Double> millis = work(reader, feeder, working);
        long after = reader.number(HubReader.APPLIED);
        if (after == before + events / 4 + CHANGES) {
            throw new IllegalStateException("nothing was waiting any more: more events are needed");
        }
        figure(who, millis, alone, out);
        reader.await(HubReader.APPLIED, before + events / 4 + CHANGES);
    }

    private static double residentMib(Regency regency) {
        return ProcessUse.of(regency.hub().process().orElseThrow().pid()).residentMib();
    }

    /** Milliseconds from the broker's word to the commit at the hub, of each change. */
    private static List<Double> work(HubReader reader, LogFeeder feeder, SimulatedVillage village) throws SQLException {
        Map<Long, Double> sent = new HashMap<>();
        long before = village.sequence();
        long begin = System.nanoTime();
        for (int change = 0; change < CHANGES; change++) {
            LockSupport.parkNanos(begin + change * CHANGE_EVERY_NANOS - System.nanoTime());
            feeder.send(village.next(), village.key());
            feeder.flush();
            sent.put(village.sequence(), System.currentTimeMillis() / 1e3);
        }
        awaitApplied(reader, village);
        List<Double> millis = new ArrayList<>();
        CommitTimes.atHub(reader.connection(), village.node().value(), before)
                .forEach((sequence, at) -> millis.add((at - sent.get(sequence)) * 1000));
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

    private static void awaitApplied(HubReader reader, SimulatedVillage village) throws SQLException {
        reader.await("select sequence from log_cursor where node = '" + village.node() + "'", village.sequence());
    }
}
