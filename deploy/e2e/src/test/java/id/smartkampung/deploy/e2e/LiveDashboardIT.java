package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.Regency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The main job: what an operator enters in a village an official sees at the kabupaten. */
class LiveDashboardIT {

    private static final String PEOPLE = "#angka-penduduk";

    private final Regency regency = SharedRegency.get();

    @Test
    void theNumberMovesOnTheOfficialsOpenPageWhenAnOperatorRegistersAResident() {
        try (Screen official = Screen.of(regency.hub(), "dispermades");
                Screen operator = Screen.of(regency.village(SharedRegency.BROWSED), "operator")) {
            int before = number(official.page());

            register(operator.page(), "3510050101900001", "Siti Rukmini");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(number(official.page())).isEqualTo(before + 1));
        }
    }

    @Test
    void aRequestFromTheCounterIsSeenAtTheKabupaten() {
        try (Screen official = Screen.of(regency.hub(), "dispermades");
                Screen operator = Screen.of(regency.village(SharedRegency.BROWSED), "operator")) {
            int before = number(official.page(), "#angka-hari-ini");
            register(operator.page(), "3510050101900002", "Moh. Nawawi");

            operator.page().locator("main a[href^='/permohonan/baru']").first().click();
            operator.page().locator("main a[href*='jenis=SKTM']").click();
            operator.page().locator("main form button.btn-utama").last().click();
            operator.page().waitForURL(address -> address.matches(".*/permohonan/[0-9a-f-]{36}.*"));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(number(official.page(), "#angka-hari-ini"))
                            .isEqualTo(before + 1));
        }
    }

    static void register(Page page, String nik, String name) {
        page.navigate("/penduduk/baru");
        page.fill("input[name=nik]", nik);
        page.fill("input[name=fullName]", name);
        page.selectOption("select[name=sex]", "2");
        page.fill("input[name=dusun]", "KRAJAN");
        page.locator("main form button.btn-utama").last().click();
        page.waitForURL(address -> address.matches(".*/penduduk/[0-9a-f-]{36}.*"));
    }

    private static int number(Page page) {
        return number(page, PEOPLE);
    }

    private static int number(Page page, String place) {
        return Integer.parseInt(page.locator(place).textContent().replaceAll("[^0-9]", ""));
    }
}
