package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** How fast the hub applies what waits in Kafka, against COPY of the same rows into the same tables in the same run. */
final class IngestPhase {

    private static final int VILLAGES = 20;

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
            feed(regency, villages);
            drain(regency, out);
        }
    }

    private void feed(Regency regency, List<SimulatedVillage> villages) {
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

    private void drain(Regency regency, PrintStream out) throws SQLException, IOException {
        try (Connection reader = regency.hubDatabase().asReader();
                Connection owner = regency.hubDatabase().asOwner()) {
            long begin = System.nanoTime();
            regency.hub().spawn();
            double started = awaitApplied(reader, begin, 1);
            long pid = regency.hub().process().orElseThrow().pid();
            double startCpu = ProcessUse.of(pid).cpuSeconds();
            long server = regency.postgres().process().orElseThrow().pid();
            double startServerCpu = ProcessUse.ofTree(server).cpuSeconds();
            double ended = awaitApplied(reader, begin, events);
            ProcessUse use = ProcessUse.of(pid);
            double serverCpu = ProcessUse.ofTree(server).cpuSeconds() - startServerCpu;
            double copy = CopyLimit.seconds(owner, folder.resolve("copy"));
            double drain = ended - started;
            Figure.of("ingest")
                    .with("events", events)
                    .with("seconds", drain)
                    .with("eventsPerSecond", events / drain)
                    .with("copySeconds", copy)
                    .with("ofCopy", copy / drain)
                    .with("startToFirstSeconds", started)
                    .with("hubCpuSecondsPer100000", (use.cpuSeconds() - startCpu) / events * 100_000)
                    .with("databaseCpuSecondsPer100000", serverCpu / events * 100_000)
                    .with("hubMib", use.residentMib())
                    .with("brokerMib", residentMib(regency.kafka().process()))
                    .print(out);
        }
    }

    private static double residentMib(java.util.Optional<ProcessHandle> process) {
        return process.map(handle -> ProcessUse.of(handle.pid()).residentMib()).orElse(Double.NaN);
    }

    private static double awaitApplied(Connection reader, long begin, long wanted) throws SQLException {
        try (Statement statement = reader.createStatement()) {
            while (true) {
                double now = (System.nanoTime() - begin) / 1e9;
                try (ResultSet rows = statement.executeQuery("select coalesce(sum(sequence), 0) from log_cursor")) {
                    rows.next();
                    if (rows.getLong(1) >= wanted) {
                        return now;
                    }
                    if (now > PATIENCE_SECONDS) {
                        throw new IllegalStateException(
                                "only " + rows.getLong(1) + " of " + wanted + " events applied in " + now + " s");
                    }
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
    }
}
