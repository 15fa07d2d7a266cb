package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.trouble.BadLine;
import id.smartkampung.deploy.trouble.Weather;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Faults 15 and 16: a village whose line to the broker is slow, narrow, lossy and cut, or forgotten by a router. */
@TestInstance(Lifecycle.PER_CLASS)
class BadLineIT {

    /** Each is followed by a time in which something must arrive; a bad month has as many in a day as -Dcuts says. */
    private static final int CUTS = Integer.getInteger("cuts", 2);

    /** Printed with each run, and given back with -Dseed to repeat it. */
    private static final long SEED = Long.getLong("seed", 20261122L);

    /** A counter with people before it: about two changes a second. */
    private static final Duration BREATH = Duration.ofMillis(400);

    private static final Duration SOON = Duration.ofMinutes(2);

    /** Within which a line that fell silent is noticed and another one is there. */
    private static final Duration NOTICED = Duration.ofSeconds(45);

    private final KodeWilayah kode = SharedRegency.VILLAGE;
    private BadLine line;
    private Regency regency;

    @BeforeAll
    void aVillageJoinsOverALine() throws IOException {
        line = new BadLine(Weather.FAIR, SEED);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "regency")), "line");
        RegencyPlan plan = RegencyPlan.onFreePorts(folder, List.of(kode))
                .withLineFrom(line.port())
                .withEnvironment(Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));
        line.leadTo(plan.lineEnd());
        regency = new Regency(plan, Checkout.here()).start();
    }

    @AfterAll
    void stop() throws IOException {
        if (regency != null) {
            regency.stop();
        }
        line.close();
    }

    @Test
    void overASlowNarrowLossyLineThatIsCutAgainAndAgainEverythingArrivesOnce() throws SQLException {
        System.getLogger("BadLineIT").log(System.Logger.Level.INFO, "seed {0}", Long.toString(SEED));
        SplittableRandom random = new SplittableRandom(SEED);
        Traffic traffic = new Traffic(regency.village(kode), "351015", SEED, BREATH);
        try {
            line.set(Weather.FOUL);
            for (int cut = 0; cut < CUTS; cut++) {
                awaitProgress();
                pause(random, Duration.ofSeconds(5));
                assertThat(line.cut()).as("connections that were cut").isPositive();
                pause(random, Duration.ofSeconds(5));
                line.mend();
                // Once more while it is being connected anew: not even the greeting may come through in one piece.
                pause(random, Duration.ofSeconds(4));
                line.cut();
                line.mend();
            }
            awaitProgress();
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
        assertThat(line.lost()).as("packets that were lost").isPositive();
    }

    @Test
    void aConnectionThatARouterForgotIsNoticedAndMadeAnew() throws SQLException {
        line.set(Weather.FAIR);
        Traffic traffic = new Traffic(regency.village(kode), "351016", SEED, BREATH);
        try {
            awaitProgress();
            int opened = line.opened();

            assertThat(line.forget()).as("connections that were forgotten").isPositive();
            // The first may have gone out before the line forgot; who comes after it was begun afterwards.
            traffic.awaitMore(2);
            Arrived.awaitUpToNow(regency, kode, NOTICED);

            assertThat(line.opened()).isGreaterThan(opened);
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
    }

    /** The hub comes further than it was. */
    private void awaitProgress() throws SQLException {
        long before = applied();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(applied()).isGreaterThan(before));
    }

    private long applied() throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.number(hub, "select coalesce(max(sequence), 0) from log_cursor where node = ?", kode.value());
        }
    }

    private static void pause(SplittableRandom random, Duration atMost) {
        LockSupport.parkNanos(random.nextLong(atMost.toNanos()));
    }
}
