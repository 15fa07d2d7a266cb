package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.deploy.senders.SimulatedVillage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How fast the hub applies what waits in Kafka, against COPY of the same rows into the same tables in the same run. */
final class IngestPhase {

    private static final int VILLAGES = 20;

    /** Taken in by a hub that was started for them, when little of it is compiled yet. */
    private static final int JUST_STARTED = 100_000;

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Path folder;
    private final int events;
    private final long seed;

    IngestPhase(Path folder, int events, long seed) {
        this.folder = folder;
        this.events = events;
        this.seed = seed;
    }

    void run(PrintStream out) throws SQLException, IOException {
        List<SimulatedVillage> villages = SimulatedVillage.first(VILLAGES, seed);
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("ingest"), List.of())
                .withEnvironment(SimulatedVillage.knownToHub(villages));
        try (Regency regency = new Regency(plan, Checkout.here())) {
            regency.startServers(step -> {});
            // Once, so that tables and topics are there; then everything waits before the clock starts.
            regency.hub().start();
            regency.hub().stop();
            try (HubReader reader = new HubReader(regency, LOOK_EVERY);
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
    private Drain next(Regency regency, List<SimulatedVillage> villages, HubReader reader, long applied)
            throws SQLException {
        regency.hub().pause();
        feed(regency, villages, events);
        regency.hub().resume();
        return drain(regency, reader, applied, events);
    }

    private static void feed(Regency regency, List<SimulatedVillage> villages, int events) {
        try (LogFeeder feeder = new LogFeeder(regency.kafka().adminClient())) {
            feeder.feed(villages, events);
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

    private static Drain drain(Regency regency, HubReader reader, long applied, int events) throws SQLException {
        double started = reader.await(HubReader.APPLIED, applied + 1);
        ProcessUse hub = ProcessUse.of(pid(regency.hub().process()));
        ProcessUse database = ProcessUse.ofTree(pid(regency.postgres().process()));
        ProcessUse broker = ProcessUse.of(pid(regency.kafka().process()));
        double ended = reader.await(HubReader.APPLIED, applied + events);
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
}
