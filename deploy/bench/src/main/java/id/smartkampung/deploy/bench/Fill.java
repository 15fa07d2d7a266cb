package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.history.History;
import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.HistoryLog;
import id.smartkampung.deploy.senders.KnownVillages;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Command line: fills a real hub with the two years of made-up villages, through the log, or
 * straight into its tables.
 *
 * <pre>{@code [KODE …] [--residents N] [--seed N] [--data FOLDER] [--port N] [--straight [--times N]] [--stay]}</pre>
 *
 * <p>What was cut off is begun again with the same arguments: what the hub has applied is not sent again, and what was sent
 * twice is a repeat to it.
 */
public final class Fill {

    private final FillOptions options;
    private final PrintStream out;

    private Fill(FillOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            System.exit(new Fill(FillOptions.read(arguments), out).run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(FillOptions.USAGE);
            System.exit(2);
        }
    }

    private boolean run() throws IOException, SQLException, InterruptedException {
        Map<KodeWilayah, NodeKey> keys = new LinkedHashMap<>();
        for (KodeWilayah kode : options.sizes().keySet()) {
            keys.put(kode, new KeyFile(options.data().resolve("keys").resolve(kode + ".pem")).readOrMake());
        }
        Map<NodeId, NodeKey> known = new LinkedHashMap<>();
        keys.forEach((kode, key) -> known.put(new NodeId(kode.value()), key));
        RegencyPlan plan = plan(options).withEnvironment(KnownVillages.settings(known));
        Regency regency = new Regency(plan, Checkout.here());
        Runtime.getRuntime().addShutdownHook(new Thread(regency::stop, "stop"));
        regency.start(step -> out.println(step + " is ready"), program -> {});
        boolean equal = options.straight() ? straight(regency, keys) : throughTheLog(regency, keys);
        if (options.stay()) {
            out.println("The hub listens on " + regency.hub().url() + "; Ctrl-C stops everything and keeps the data");
            new CountDownLatch(1).await();
        }
        return equal;
    }

    private boolean throughTheLog(Regency regency, Map<KodeWilayah, NodeKey> keys) throws SQLException {
        try (HubTotals hub = new HubTotals(regency.hubDatabase().asReader())) {
            FillProgress progress = new FillProgress(out, hub, options);
            try (LogFeeder feeder = new LogFeeder(regency.kafka().adminClient())) {
                for (Map.Entry<KodeWilayah, NodeKey> village : keys.entrySet()) {
                    send(village.getKey(), village.getValue(), hub, feeder, progress);
                }
            }
            progress.awaitApplied();
            return progress.compared();
        }
    }

    /** The hub made its tables and does not look while they are filled; then it counts what it has. */
    private boolean straight(Regency regency, Map<KodeWilayah, NodeKey> keys) throws SQLException {
        regency.hub().stop();
        StraightFill fill = new StraightFill(options, out);
        try (Connection owner = regency.hubDatabase().asOwner();
                HubTotals known = new HubTotals(regency.hubDatabase().asReader())) {
            fill.load(owner, known, keys);
        }
        regency.hub().start();
        try (HubTotals hub = new HubTotals(regency.hubDatabase().asReader());
                LogFeeder feeder = new LogFeeder(regency.kafka().adminClient())) {
            FillProgress progress = new FillProgress(out, hub, options);
            fill.recount(hub, feeder, keys, progress);
            progress.awaitApplied();
            return progress.compared();
        }
    }

    private void send(KodeWilayah kode, NodeKey key, HubTotals hub, LogFeeder feeder, FillProgress progress)
            throws SQLException {
        int residents = options.sizes().get(kode);
        History history = History.of(options.seed(), kode, residents);
        NodeId node = new NodeId(kode.value());
        long applied = hub.applied(node);
        long end = new HistoryLog(node, key, options.seed())
                .send(history, applied, feeder, sequence -> {})
                .position()
                .sequence();
        progress.village(kode, residents, end);
    }

    /** On the ports of {@code run.sh}, so that both are found at one address, and not run at once. */
    private static RegencyPlan plan(FillOptions options) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(RegencyPlan.HUB, options.port());
        ports.put(RegencyPlan.HUB_TLS, options.port() + 363);
        ports.put(RegencyPlan.POSTGRES, options.port() + 7352);
        ports.put(RegencyPlan.KAFKA, options.port() + 11_012);
        ports.put(RegencyPlan.KAFKA_CONTROLLER, options.port() + 11_013);
        Path folder = options.data().toAbsolutePath().normalize();
        return new RegencyPlan(folder, List.of(), List.of(), ports, Map.of());
    }
}
