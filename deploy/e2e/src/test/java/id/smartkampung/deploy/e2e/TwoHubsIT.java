package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults 37, 38, 39 and 44: two hubs share the villages, and one that is killed, paused or comes and goes does no harm. */
class TwoHubsIT {

    /** A dead hub is noticed after six seconds, and then its villages are shared out anew. */
    private static final Duration HAND_OVER = Duration.ofSeconds(30);

    /** A hub paused in a transaction holds a village until the database gives the transaction up. */
    private static final Duration ZOMBIE = Duration.ofSeconds(100);

    private static final int ROUNDS = 3;

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.VILLAGE;

    @BeforeEach
    void bothRun() {
        regency.secondHub().start();
    }

    @AfterEach
    void oneRuns() {
        if (regency.hub().process().isEmpty()) {
            regency.hub().start();
        }
        regency.secondHub().stop();
    }

    @Test
    void theOtherHubTakesOverWithinSecondsWhenOneIsKilled() throws SQLException {
        Traffic traffic = new Traffic(regency.village(kode), "351011", 11);
        try {
            traffic.awaitMore(10);
            regency.hub().kill();
            traffic.awaitMore(10);
            Arrived.awaitUpToNow(regency, kode, HAND_OVER);
            regency.hub().start();
            regency.secondHub().kill();
            traffic.awaitMore(10);
            Arrived.awaitUpToNow(regency, kode, HAND_OVER);
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
    }

    @Test
    void aPausedHubThatWakesDoesNoHarm() throws SQLException {
        long incidents = incidents();
        Traffic traffic = new Traffic(regency.village(kode), "351012", 12);
        try {
            traffic.awaitMore(10);
            regency.hub().pause();
            try {
                traffic.awaitMore(10);
                Arrived.awaitUpToNow(regency, kode, ZOMBIE);
            } finally {
                regency.hub().resume();
            }
            traffic.awaitMore(20);
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
        assertThat(incidents()).isEqualTo(incidents);
    }

    private long incidents() throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.number(hub, "select count(*) from incident where node = ?", kode.value());
        }
    }

    @Test
    void sharingTheVillagesOutAgainAndAgainLosesAndDoublesNothing() throws SQLException {
        Traffic traffic = new Traffic(regency.village(kode), "351013", 13);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                traffic.awaitMore(5);
                regency.secondHub().stop();
                traffic.awaitMore(5);
                regency.secondHub().start();
            }
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
    }

    @Test
    void openPagesOfBothHubsAreToldWhicheverAppliedIt() {
        try (Screen first = Screen.of(regency.hub(), "dispermades");
                Screen second = Screen.of(regency.secondHub(), "dispermades");
                Screen operator = Screen.of(regency.village(SharedRegency.BROWSED), "operator")) {
            int before = people(first);
            assertThat(people(second)).isEqualTo(before);

            LiveDashboardIT.register(operator.page(), "3510050101900014", "Warga Dua Hub");

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(people(first)).isEqualTo(before + 1);
                assertThat(people(second)).isEqualTo(before + 1);
            });
        }
    }

    private static int people(Screen screen) {
        return Integer.parseInt(
                screen.page().locator("#angka-penduduk").textContent().replaceAll("[^0-9]", ""));
    }
}
