package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.DownTopics;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.deploy.senders.ProvingVillage;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the hub needs to prove a village, and to find, put right and prove a row that was changed behind it. */
final class ProofPhase {

    private static final int RESIDENTS = 8_000;
    private static final int BATCH = 500;

    /** The first turns of a just-in-time compiled program say nothing of its day. */
    private static final int WARM_UP = 60;

    private static final int TURNS = 60;
    private static final int REPAIRS = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(1);
    private static final double PATIENCE_SECONDS = 60;

    private static final String PROVEN = "select coalesce(max(sequence), 0) from proof";

    private final Path folder;
    private final long seed;

    ProofPhase(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    void run(PrintStream out) throws SQLException, IOException {
        SimulatedVillage log = SimulatedVillage.first(1, seed).get(0);
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("proof"), List.of())
                .withEnvironment(SimulatedVillage.knownToHub(List.of(log)));
        try (Regency regency = new Regency(plan, Checkout.here())) {
            regency.startServers(step -> {});
            regency.hub().start();
            try (HubReader reader = new HubReader(regency, LOOK_EVERY);
                    Connection owner = regency.hubDatabase().asOwner();
                    LogFeeder feeder = new LogFeeder(regency.kafka().adminClient());
                    DownTopics down = new DownTopics(regency.kafka().adminClient(), List.of(log.node()))) {
                ProvingVillage village = new ProvingVillage(log, feeder);
                settle(reader, log, village);
                proofs(reader, log, village, out);
                repairs(reader, owner, down, log, village, out);
            }
        }
    }

    private static void settle(HubReader reader, SimulatedVillage log, ProvingVillage village) throws SQLException {
        List<VillageEvent> batch = new ArrayList<>();
        for (int residents = 0; residents < RESIDENTS; ) {
            VillageEvent arrival = log.arrival();
            residents += arrival instanceof ResidentRecorded ? 1 : 0;
            batch.add(arrival);
            if (batch.size() == BATCH || residents == RESIDENTS) {
                village.send(batch);
                batch.clear();
            }
        }
        reader.await(HubReader.APPLIED, log.sequence());
    }

    /** What a checkpoint takes longer than any other event does on its way. */
    private static void proofs(HubReader reader, SimulatedVillage log, ProvingVillage village, PrintStream out)
            throws SQLException {
        List<Double> change = new ArrayList<>();
        List<Double> dirty = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int turn = 0; turn < WARM_UP + TURNS; turn++) {
            double changed = seconds(reader, HubReader.APPLIED, log, village, log.change());
            double proven = seconds(reader, PROVEN, log, village, village.checkpoint(Reason.HOURLY));
            double all = seconds(reader, PROVEN, log, village, village.checkpoint(Reason.DAILY));
            if (turn >= WARM_UP) {
                change.add(changed);
                dirty.add(proven);
                whole.add(all);
            }
        }
        Figure.of("proof")
                .with("residents", RESIDENTS)
                .with("changeMillis", median(change) * 1e3)
                .with("proofOfOneChangeMillis", (median(dirty) - median(change)) * 1e3)
                .with("proofOfAllRowsMillis", (median(whole) - median(change)) * 1e3)
                .print(out);
    }

    private static void repairs(
            HubReader reader,
            Connection owner,
            DownTopics down,
            SimulatedVillage log,
            ProvingVillage village,
            PrintStream out)
            throws SQLException {
        List<Double> seconds = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int repair = 0; repair < REPAIRS; repair++) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("update resident set full_name = full_name || 'x' where id = (select id from resident"
                        + " order by id offset " + repair * RESIDENTS / REPAIRS + " limit 1)");
            }
            down.skip();
            long sentBefore = village.bytes();
            double begin = HubReader.now();
            village.send(List.of(village.checkpoint(Reason.DAILY)));
            long asked = 0;
            while (reader.number(PROVEN) < log.sequence()) {
                if (HubReader.now() - begin > PATIENCE_SECONDS) {
                    throw new IllegalStateException("not proven within " + PATIENCE_SECONDS + " s");
                }
                asked += village.obey(down, Duration.ofMillis(5));
            }
            seconds.add(HubReader.now() - begin);
            bytes.add((double) (asked + village.bytes() - sentBefore));
        }
        Figure.of("repair")
                .with("residents", RESIDENTS)
                .with("repairs", REPAIRS)
                .with("medianSeconds", median(seconds))
                .with("mostSeconds", seconds.stream().max(Double::compare).orElseThrow())
                .with("mostBytes", bytes.stream().max(Double::compare).orElseThrow())
                .print(out);
    }

    private static double seconds(
            HubReader reader, String figure, SimulatedVillage log, ProvingVillage village, VillageEvent event)
            throws SQLException {
        double begin = HubReader.now();
        village.send(List.of(event));
        return reader.await(figure, log.sequence()) - begin;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
