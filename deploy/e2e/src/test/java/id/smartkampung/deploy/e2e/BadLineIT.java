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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Fault 16: a router on the way to the broker forgets the connections of a village. */
@TestInstance(Lifecycle.PER_CLASS)
class BadLineIT {

    private static final long SEED = 16;

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
    void aConnectionThatARouterForgotIsNoticedAndMadeAnew() throws SQLException {
        Traffic traffic = new Traffic(regency.village(kode), "351016", SEED, BREATH);
        try {
            awaitProgress();
            int opened = line.opened();

            assertThat(line.forget()).as("connections that were forgotten").isPositive();
            traffic.awaitMore(1);
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
}
