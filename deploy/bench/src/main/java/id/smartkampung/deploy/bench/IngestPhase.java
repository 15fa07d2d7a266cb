package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.Wilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** How fast the hub applies what waits in Kafka, against COPY of the same rows into the same tables in the same run. */
final class IngestPhase {

    private static final int VILLAGES = 20;

    /** Taken in by a hub that was started for them, when little of it is compiled yet. */
    private static final int JUST_STARTED = 100_000;

    /** As the relay of a village sends them. */
    private static final int BATCH = 500;

    private static final long LOOK_EVERY_NANOS = 20_000_000;
    private static final double PATIENCE_SECONDS = 900;

    private final Path folder;
    private final int events;
    private final long seed;

    IngestPhase(Path folder, int events, long seed) {
        this.folder = folder;
        this.events = events;
        this.seed = seed;
    }

    void run(PrintStream out) throws SQLException, IOException {
        List<NodeId> nodes = Wilayah.desa().stream()
                .limit(VILLAGES)
                .map(desa -> new NodeId(desa.kode().value()))
                .toList();
        List<SimulatedVillage> villages = nodes.stream()
                .map(node -> new SimulatedVillage(node, seed ^ node.value().hashCode()))
                .toList();
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("ingest"), List.of())
                .withEnvironment(Map.of(
                        "DISTRICT_VILLAGE_NODES",
                        nodes.stream().map(NodeId::value).collect(Collectors.joining(",")),
                        "DISTRICT_TRUST_VILLAGE_KEYS",
                        villages.stream()
                                .map(village -> village.node() + "="
                                        + village.key().verifyKey().base64())
                                .collect(Collectors.joining(","))));
        try (Regency regency = new Regency(plan, Checkout.here())) {
            regency.startServers(step -> {});
            // Once, so that tables and topics are there; then everything waits before the clock starts.
            regency.hub().start();
            regency.hub().stop();
            try (Connection reader = regency.hubDatabase().asReader();
                    Connection owner = regency.hubDatabase().asOwner()) {
                feed(regency, villages, JUST_STARTED);
                regency.hub().spawn();
                Drain first = drain(regency, reader, 0, JUST_STARTED);
                // A hub that has run for a day is not new: what it does in its first minute is told apart.
                Drain second = next(regency, villages, reader, JUST_STARTED);
                Drain third = next(regency, villages, reader, JUST_STARTED + events);
                double copy = CopyLimit.seconds(owner, folder.resolve("copy")) / (JUST_STARTED + 2 * events);
                first.figure("ingest-just-started", copy).print(out);
                second.figure("ingest-first-minute", copy).print(out);
                third.figure("ingest", copy)
                        .with("hubMib", residentMib(regency.hub().process()))
                        .with("brokerMib", residentMib(regency.kafka().process()))
                        .print(out);
            }
        }
    }

    /** The hub sleeps while the events are written, so that all of them wait when it begins. */
    private Drain next(Regency regency, List<SimulatedVillage> villages, Connection reader, long applied)
            throws SQLException {
        regency.hub().pause();
        feed(regency, villages, events);
        regency.hub().resume();
        return drain(regency, reader, applied, events);
    }

    private static void feed(Regency regency, List<SimulatedVillage> villages, int events) {
        try (LogFeeder feeder = new LogFeeder(regency.kafka().adminClient())) {
            for (int event = 0; event < events; event++) {
                SimulatedVillage village = villages.get(event % villages.size());
                Envelope next = village.next();
                if (village.sequence() % BATCH == 0 || event >= events - villages.size()) {
                    feeder.send(next, village.key());
                } else {
                    feeder.send(next);
                }
            }
            feeder.flush();
        }
    }

    /** What the hub needed, from the first event of a number of events to the last. */
    private record Drain(
            int events, double seconds, double hubCpuSeconds, double databaseCpuSeconds, double brokerCpuSeconds) {

        private Figure figure(String phase, double copySecondsPerEvent) {
            return Figure.of(phase)
                    .with("events", events)
                    .with("seconds", seconds)
                    .with("eventsPerSecond", events / seconds)
                    .with("copyRowsOfEventsPerSecond", 1 / copySecondsPerEvent)
                    .with("ofCopy", copySecondsPerEvent * events / seconds)
                    .with("hubCpuSecondsPer100000", hubCpuSeconds / events * 100_000)
                    .with("databaseCpuSecondsPer100000", databaseCpuSeconds / events * 100_000)
                    .with("brokerCpuSecondsPer100000", brokerCpuSeconds / events * 100_000);
        }
    }

    private static Drain drain(Regency regency, Connection reader, long applied, int events) throws SQLException {
        double started = awaitApplied(reader, applied + 1);
        ProcessUse hub = ProcessUse.of(pid(regency.hub().process()));
        ProcessUse database = ProcessUse.ofTree(pid(regency.postgres().process()));
        ProcessUse broker = ProcessUse.of(pid(regency.kafka().process()));
        double ended = awaitApplied(reader, applied + events);
        return new Drain(
                events,
                ended - started,
                ProcessUse.of(pid(regency.hub().process())).cpuSeconds() - hub.cpuSeconds(),
                ProcessUse.ofTree(pid(regency.postgres().process())).cpuSeconds() - database.cpuSeconds(),
                ProcessUse.of(pid(regency.kafka().process())).cpuSeconds() - broker.cpuSeconds());
    }

    private static long pid(Optional<ProcessHandle> process) {
        return process.orElseThrow().pid();
    }

    private static double residentMib(Optional<ProcessHandle> process) {
        return process.map(handle -> ProcessUse.of(handle.pid()).residentMib()).orElse(Double.NaN);
    }

    /** Waits for so many events and says when it was, in seconds. */
    private static double awaitApplied(Connection reader, long wanted) throws SQLException {
        double begin = System.nanoTime() / 1e9;
        try (Statement statement = reader.createStatement()) {
            while (true) {
                double now = System.nanoTime() / 1e9;
                try (ResultSet rows = statement.executeQuery("select coalesce(sum(sequence), 0) from log_cursor")) {
                    rows.next();
                    if (rows.getLong(1) >= wanted) {
                        return now;
                    }
                    if (now - begin > PATIENCE_SECONDS) {
                        throw new IllegalStateException("only " + rows.getLong(1) + " of " + wanted
                                + " events applied in " + (now - begin) + " s");
                    }
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
    }
}
