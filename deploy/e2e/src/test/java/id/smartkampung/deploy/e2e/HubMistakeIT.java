package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults 47 and 49: the hub refuses a part of what is sent, stops, and loses nothing of it after the repair. */
class HubMistakeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<KodeWilayah> VILLAGES =
            List.of(SharedRegency.VILLAGE, SharedRegency.BROWSED, SharedRegency.IMPORTED);

    private final Regency regency = SharedRegency.get();

    @AfterEach
    void repair() throws SQLException {
        atTheHub("alter table resident drop constraint if exists mistake");
    }

    @Test
    void whatTheHubFailsAtIsParkedTheIntakeStopsAndNothingIsLostAfterTheRepair() throws IOException, SQLException {
        List<Traffic> traffic = List.of(
                new Traffic(regency.village(VILLAGES.get(0)), "351047", 47),
                new Traffic(regency.village(VILLAGES.get(1)), "351048", 48),
                new Traffic(regency.village(VILLAGES.get(2)), "351049", 49));
        try {
            atTheHub("alter table resident add constraint mistake"
                    + " check (full_name not like 'Uji Lalu Lintas 1%') not valid");
            awaitAtTheHub("select count(*) from intake_stop where stopped_at is not null", 1);
        } finally {
            traffic.forEach(Traffic::end);
        }
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        assertThat(admin.open("/tertahan").content().text())
                .contains("Penerimaan seluruh kabupaten berhenti")
                .contains("Salah satu nilainya ditolak tabel kabupaten");
        repair();

        admin.submit(admin.open("/tertahan").form("/tertahan/lanjutkan"), Map.of("alasan", "sudah diperbaiki"));
        for (KodeWilayah kode : VILLAGES) {
            release(admin, kode);
            Arrived.awaitUpToNow(regency, kode, PATIENCE);
        }
        admin.submit(admin.open("/tertahan").form("/tertahan/ulang-semua"), Map.of("alasan", "sudah diperbaiki"));

        for (int i = 0; i < VILLAGES.size(); i++) {
            Arrived.assertArrived(regency, VILLAGES.get(i), traffic.get(i).registered());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void thePagesOfParkedEventsHaveNoSeriousFault(int width) throws IOException, SQLException {
        atTheHub("alter table resident add constraint mistake check (full_name <> 'Warga Tertahan') not valid");
        try (Screen operator = Screen.of(regency.village(SharedRegency.BROWSED), "operator")) {
            LiveDashboardIT.register(operator.page(), "35100502904710" + width % 100, "Warga Tertahan");
        }
        awaitAtTheHub("select count(*) from parked_event", 1);

        try (Screen admin = Screen.of(regency.hub(), "admin", width)) {
            admin.page().navigate("/tertahan");
            assertThat(AccessibilityIT.faults(admin.page())).as("list").isEmpty();
            picture(admin, "list-" + width);
            admin.page().locator("main table a").first().click();
            admin.page().waitForURL(address -> address.contains("subjek="));
            assertThat(AccessibilityIT.faults(admin.page())).as("subject").isEmpty();
            picture(admin, "subject-" + width);
        }
        repair();
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        admin.submit(admin.open("/tertahan").form("/tertahan/ulang-semua"), Map.of("alasan", "sudah diperbaiki"));
        awaitAtTheHub("select count(*) from parked_event", 0);
    }

    private static void picture(Screen screen, String name) {
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pictures", "parking-" + name + ".png")));
    }

    /** A village of which much was parked may have paused for itself. */
    private static void release(Clerk admin, KodeWilayah kode) throws IOException {
        Clerk.Page page = admin.open("/desa/" + kode.value());
        if (!page.content().select("form[action$=/lanjutkan]").isEmpty()) {
            admin.submit(page.form("/tertahan/" + kode.value() + "/lanjutkan"), Map.of("alasan", "sudah diperbaiki"));
        }
    }

    private void atTheHub(String sql) throws SQLException {
        try (Connection owner = regency.hubDatabase().asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitAtTheHub(String query, long wanted) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(
                                    Long.parseLong(Rows.strings(hub, query).get(0)))
                            .isEqualTo(wanted));
        }
    }
}
