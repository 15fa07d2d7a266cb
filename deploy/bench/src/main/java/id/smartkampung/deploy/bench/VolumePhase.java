package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.launcher.SampleData;
import id.smartkampung.deploy.population.Population;
import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.regency.Rows;
import id.smartkampung.deploy.regency.VillageChoice;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.volume.LetterModel;
import id.smartkampung.deploy.volume.SignedScan;
import id.smartkampung.deploy.volume.TenYears;
import id.smartkampung.deploy.volume.VillageFill;
import id.smartkampung.deploy.volume.Walk;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How fast the pages of a large village are after ten years of letters, when its whole office works at once. */
final class VolumePhase {

    private static final Duration THINKING = Duration.ofSeconds(1);
    private static final int ROUNDS_THINKING = 3;
    private static final int ROUNDS_AT_ONCE = 5;
    private static final double MIB = 1024 * 1024;
    private static final double PATIENCE_SECONDS = 1_800;

    private static final String LAST = "select sequence from log_head";
    private static final String PROVEN = "select coalesce(proven_sequence, 0) from log_state";

    private final Path folder;
    private final int residents;
    private final int letters;
    private final long seed;

    VolumePhase(Path folder, int residents, int letters, long seed) {
        this.folder = folder;
        this.residents = residents;
        this.letters = letters;
        this.seed = seed;
    }

    void run(PrintStream out) throws SQLException, IOException {
        KodeWilayah kode = VillageChoice.first(1).get(0);
        RegencyPlan plan = RegencyPlan.onFreePorts(folder.resolve("volume"), List.of(kode));
        SampleData people = new SampleData(Population.DEFAULT_SEED, residents);
        try (Regency regency = new Regency(plan, Checkout.here())) {
            regency.start(step -> {}, program -> {
                if (program.name().equals(kode.value())) {
                    people.loadOnce(program, kode);
                }
            });
            ProgramProcess village = regency.village(kode);
            Database database = regency.villageDatabase(kode);
            fill(village, database, out);
            Walk walk = Walk.in(village, database, seed);
            // The first minute of a just-in-time compiled program says nothing of its day.
            walk.walk(1, Duration.ZERO);
            figures(walk, ROUNDS_THINKING, THINKING, village, database, out);
            figures(walk, ROUNDS_AT_ONCE, Duration.ZERO, village, database, out);
        }
    }

    /** Until the district has all of it and has proven that its rows are the village's. */
    private void fill(ProgramProcess village, Database database, PrintStream out) throws SQLException, IOException {
        LetterModel.make(village, database);
        Instant end = Instant.now();
        double begin = HubReader.now();
        SignedScan scan = new SignedScan(village.folder().resolve("data/letters"), scan(village, database));
        village.stop();
        try (Connection owner = database.asOwner();
                VillageFill fill = new VillageFill(owner, scan)) {
            fill.fill(new TenYears(letters, end), end);
        }
        double filled = HubReader.now();
        long last = Rows.number(database, LAST);
        village.start();
        double ready = HubReader.now();
        while (Rows.number(database, PROVEN) < last) {
            if (HubReader.now() - ready > PATIENCE_SECONDS) {
                throw new IllegalStateException("the district has not proven what the village holds");
            }
            LockSupport.parkNanos(500_000_000);
        }
        Figure.of("volume-fill")
                .with("residents", Rows.number(database, "select count(*) from resident"))
                .with("mutations", Rows.number(database, "select count(*) from mutation"))
                .with("requests", Rows.number(database, "select count(*) from request"))
                .with("letters", Rows.number(database, "select count(*) from letter"))
                .with("events", last)
                .with("fillSeconds", filled - begin)
                .with("startSeconds", ready - filled)
                .with("provenSeconds", HubReader.now() - ready)
                .with("databaseMib", Rows.number(database, "select pg_database_size(current_database())") / MIB)
                .print(out);
    }

    /** What is printed for the pen is given back as the scan. */
    private static byte[] scan(ProgramProcess village, Database database) throws SQLException, IOException {
        try (Connection reader = database.asReader()) {
            LetterModel model = LetterModel.read(reader).get(0);
            return Clerk.at(village.url(), "sekdes", Clerk.DEMO_PASSWORD).download("/surat/" + model.id());
        }
    }

    private static void figures(
            Walk walk, int rounds, Duration think, ProgramProcess village, Database database, PrintStream out)
            throws IOException, SQLException {
        long pid = village.process().orElseThrow().pid();
        double cpuBefore = ProcessUse.of(pid).cpuSeconds();
        double begin = HubReader.now();
        PageTimes times = new PageTimes(walk.walk(rounds, think));
        double seconds = HubReader.now() - begin;
        ProcessUse after = ProcessUse.of(pid);
        times.print(think, out);
        Percentiles all = times.all();
        Figure.of("volume")
                .with("users", walk.users())
                .with("thinkMillis", think.toMillis())
                .with("seconds", seconds)
                .with("kinds", times.kinds())
                .with("visits", all.count())
                .with("refused", times.refused())
                .with("p50Ms", all.at(0.50))
                .with("p95Ms", all.at(0.95))
                .with("p99Ms", all.at(0.99))
                .with("p95AimMs", PageTimes.AIM_MILLIS)
                .with("kindsOverAim", times.overAim())
                .with("slowest", times.slowest(5))
                .with("nodeMib", after.residentMib())
                .with("nodeAimMib", 384)
                .with("nodeCpuPercentOfOneCore", (after.cpuSeconds() - cpuBefore) / seconds * 100)
                .with("databaseMib", Rows.number(database, "select pg_database_size(current_database())") / MIB)
                .print(out);
    }
}
