package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.regency.VillageChoice;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Measures the product on this machine and prints one line of JSON for each phase. */
public final class Bench {

    private static final List<String> PHASES =
            List.of("start", "rest", "latency", "ingest", "proof", "catch-up", "volume");
    private static final long SEED = Long.getLong("seed", 20261121L);
    private static final int EVENTS = Integer.getInteger("events", 500_000);
    private static final int SECONDS = Integer.getInteger("seconds", 30);
    private static final int RESIDENTS = Integer.getInteger("residents", 25_000);
    private static final int LETTERS = Integer.getInteger("letters", 60_000);

    private static final double MIB = 1024 * 1024;
    private static final int SECONDS_PER_DAY = 86_400;

    private final Path folder;
    private final PrintStream out;

    private Bench(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Arguments: the phases to measure, all when none is named. */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<String> phases = arguments.length == 0 ? PHASES : Arrays.asList(arguments);
        for (String phase : phases) {
            if (!PHASES.contains(phase)) {
                throw new IllegalArgumentException("no phase " + phase + "; there are " + PHASES);
            }
        }
        Path target = Files.createDirectories(Checkout.here().root().resolve("deploy/bench/target"));
        new Bench(Files.createTempDirectory(target, "bench"), new PrintStream(System.out, true)).run(phases);
    }

    private void run(List<String> phases) throws IOException, SQLException {
        Machine.print(out);
        if (phases.contains("start") || phases.contains("rest") || phases.contains("latency")) {
            regency(phases);
        }
        if (phases.contains("ingest")) {
            new IngestPhase(folder, EVENTS, SEED).run(out);
        }
        if (phases.contains("proof")) {
            new ProofPhase(folder, SEED).run(out);
        }
        if (phases.contains("catch-up")) {
            new CatchUpPhase(folder, 2 * EVENTS, SEED).run(out);
        }
        if (phases.contains("volume")) {
            new VolumePhase(folder, RESIDENTS, LETTERS, SEED).run(out);
        }
    }

    private void regency(List<String> phases) throws IOException, SQLException {
        List<KodeWilayah> villages = VillageChoice.first(3);
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("regency"), villages);
        try (Regency regency = new Regency(plan, Checkout.here())) {
            double first = seconds(regency::start);
            // The server starts again with the rest.
            CommitTimes.keep(regency);
            regency.stop();
            double again = seconds(regency::start);
            if (phases.contains("start")) {
                Figure.of("start")
                        .with("villages", villages.size())
                        .with("firstSeconds", first)
                        .with("againSeconds", again)
                        .print(out);
            }
            if (phases.contains("rest")) {
                rest(regency, villages.get(0));
            }
            if (phases.contains("latency")) {
                LatencyPhase latency = new LatencyPhase(regency, villages.get(0));
                // The first minute of a just-in-time compiled program says nothing of its day.
                latency.run(50, 2 * SECONDS, new PrintStream(java.io.OutputStream.nullOutputStream(), false));
                latency.run(20, SECONDS, out);
                latency.run(50, SECONDS, out);
            }
        }
    }

    private void rest(Regency regency, KodeWilayah village) {
        long pid = regency.village(village).process().orElseThrow().pid();
        int broker = regency.kafka().port();
        double before = ProcessUse.of(pid).cpuSeconds();
        LineUse lineBefore = LineUse.of(pid, broker);
        LockSupport.parkNanos(SECONDS * 1_000_000_000L);
        ProcessUse after = ProcessUse.of(pid);
        LineUse lineAfter = LineUse.of(pid, broker);
        Figure.of("rest")
                .with("seconds", SECONDS)
                .with("villageMib", after.residentMib())
                .with("villageCpuPercentOfOneCore", (after.cpuSeconds() - before) / SECONDS * 100)
                .with("lineConnections", lineAfter.connections())
                .with("lineMibPerDay", (lineAfter.bytes() - lineBefore.bytes()) / MIB * SECONDS_PER_DAY / SECONDS)
                .with(
                        "hubMib",
                        ProcessUse.of(regency.hub().process().orElseThrow().pid())
                                .residentMib())
                .with(
                        "brokerMib",
                        ProcessUse.of(regency.kafka().process().orElseThrow().pid())
                                .residentMib())
                .print(out);
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
