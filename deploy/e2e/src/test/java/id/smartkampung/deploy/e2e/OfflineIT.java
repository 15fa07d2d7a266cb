package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A village works whether or not the line is up, and keeps nothing back when it returns. */
class OfflineIT {

    private static final int RESIDENTS = 12;

    private static final String WAITING =
            "select h.sequence - s.acked_sequence from log_head h join log_state s using (node)";

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.BROWSED;

    @Test
    void aVillageWorksWithoutBrokerAndHubAndThenEverythingArrivesOnce() throws IOException, SQLException {
        List<String> niks = new ArrayList<>();
        // A village that has never said what it holds would say so beside its first changes.
        Proven.anew(regency, kode, 0);
        awaitNothingWaiting();
        regency.hub().stop();
        regency.kafka().stop();
        try (Screen operator = Screen.of(regency.village(kode), "operator")) {
            for (int serial = 1; serial <= RESIDENTS; serial++) {
                String nik = "35100502029000" + (10 + serial);
                LiveDashboardIT.register(operator.page(), nik, "Warga Luring " + serial);
                niks.add(nik);
            }
            operator.page().navigate("/");
            // The page finds out by itself: a line that went silent is given up after village.sync.line-timeout.
            operator.page()
                    .getByText(RESIDENTS + " perubahan menunggu jaringan")
                    .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(regency.village(kode).isReady()).isTrue();
        } finally {
            regency.kafka().start();
            regency.hub().start();
        }

        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> Rows.assertLogIsWhole(village, hub, kode.value()));
            Rows.assertEqual(village, hub, kode.value());
            assertThat(Rows.strings(hub, "select nik from resident where node = '" + kode.value() + "'"))
                    .containsAll(niks)
                    .doesNotHaveDuplicates();
        }
    }

    private void awaitNothingWaiting() throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader()) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(Rows.strings(village, WAITING)).containsExactly("0"));
        }
    }
}
