package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.trouble.EarlierHub;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Faults 51 and 70: villages were upgraded before the hub, which is upgraded while they go on sending, taken back and
 * upgraded again.
 */
class UpgradeIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String NEW_TYPE = EventType.REQUEST_RECORDED_V1.wireName();

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.BROWSED;
    private final String node = kode.value();

    @Test
    void whatTheHubDoesNotKnowYetWaitsAndIsAppliedByTheUpgradedHubAlone() throws IOException, SQLException {
        long differences = Proven.differences(regency, kode);
        regency.hub().from(hubBeforeRequests()).start();
        Traffic traffic = new Traffic(regency.village(kode), "351051", 51, Duration.ofMillis(200));
        try {
            String request;
            try {
                request = parkedByTheEarlierHub(traffic, "3510050202905101");
            } finally {
                // The upgrade; the other tests need the hub of today however this one ended.
                regency.hub().start();
            }
            awaitApplied(request);
            traffic.awaitMore(5);
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
        Proven.anew(regency, kode);
        assertThat(Proven.differences(regency, kode)).isEqualTo(differences);
    }

    @Test
    void aHubThatIsUpgradedTakenBackAndUpgradedAgainLosesAndDoublesNothing() throws IOException, SQLException {
        long differences = Proven.differences(regency, kode);
        Path earlier = hubBeforeRequests();
        Traffic traffic = new Traffic(regency.village(kode), "351070", 70, Duration.ofMillis(200));
        Traffic besides = new Traffic(regency.village(SharedRegency.VILLAGE), "351071", 71, Duration.ofMillis(200));
        try {
            regency.hub().from(earlier).start();
            String first = parkedByTheEarlierHub(traffic, "3510050202907001");
            besides.awaitMore(5);
            LaterTables.add(regency.hubDatabase());
            regency.hub().start();
            awaitApplied(first);

            regency.hub().from(earlier).start();
            String second = parkedByTheEarlierHub(traffic, "3510050202907002");
            besides.awaitMore(5);
            regency.hub().start();
            awaitApplied(second);
            traffic.awaitMore(5);
        } finally {
            traffic.end();
            besides.end();
            LaterTables.remove(regency.hubDatabase());
            // The other tests need the hub of today however this one ended.
            regency.hub().start();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
        Arrived.assertArrived(regency, SharedRegency.VILLAGE, besides.registered());
        Proven.anew(regency, kode);
        assertThat(Proven.differences(regency, kode)).isEqualTo(differences);
    }

    /** What waited was applied once the hub knew its type. */
    private void awaitApplied(String request) {
        awaitAtTheHub("select count(*) from parked_event where node = ?", 0);
        awaitAtTheHub("select count(*) from request where node = ? and id = '" + request + "'", 1);
    }

    /** While all that it does know goes on; gives the id of the request that it has to leave alone. */
    private String parkedByTheEarlierHub(Traffic traffic, String nik) throws IOException, SQLException {
        traffic.awaitMore(5);
        String request = aRequestIsTaken(nik);
        Arrived.awaitUpToNow(regency, kode, SOON);
        assertThat(parked()).startsWith("UNKNOWN_TYPE").hasSizeGreaterThanOrEqualTo(2);
        assertThat(parked().subList(1, parked().size())).containsOnly("BEHIND");
        assertThat(atTheHub("select count(*) from request where node = ? and id = '" + request + "'"))
                .isZero();
        assertThat(Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD)
                        .open("/tertahan")
                        .content()
                        .text())
                .contains("Jenisnya belum dikenal program kabupaten")
                .contains("diterapkan sendiri setelah program dimutakhirkan");
        traffic.awaitMore(5);
        Arrived.awaitUpToNow(regency, kode, SOON);
        return request;
    }

    private static Path hubBeforeRequests() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "hub")), "before");
        return EarlierHub.before(
                NEW_TYPE, Checkout.here().hub(), folder.resolve("app").toAbsolutePath());
    }

    /** Two events about one subject: it is asked for, and an officer begins to look at it. */
    private String aRequestIsTaken(String nik) {
        try (Screen operator = Screen.of(regency.village(kode), "operator")) {
            Page page = operator.page();
            LiveDashboardIT.register(page, nik, "Warga Mutakhir");
            page.locator("main a[href^='/permohonan/baru']").first().click();
            page.locator("main a[href*='jenis=SKTM']").click();
            page.locator("main form button.btn-utama").last().click();
            page.waitForURL(address -> address.matches(".*/permohonan/[0-9a-f-]{36}.*"));
            String request = page.url().replaceFirst(".*/permohonan/([0-9a-f-]{36}).*", "$1");
            page.navigate("/permohonan/" + request);
            page.getByText("Mulai periksa", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForLoadState();
            return request;
        }
    }

    /** Why each of the events that wait does so, in their order. */
    private List<String> parked() throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.strings(hub, "select code from parked_event where node = '" + node + "' order by sequence");
        }
    }

    private long atTheHub(String query) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.number(hub, query, node);
        }
    }

    private void awaitAtTheHub(String query, long wanted) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(atTheHub(query)).isEqualTo(wanted));
    }
}
