package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resident of a village that is off line gets the signed letter at the service mall. */
class MallIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NIK = "3510050101900031";
    private static final String NAME = "Darmini Pemohon Mal";

    private final Regency regency = SharedRegency.get();
    private final ProgramProcess village = regency.village(SharedRegency.BROWSED);
    private final SigningOffice office = SigningOffice.get();

    @TempDir
    Path folder;

    @Test
    void aRequestOfTheMallIsMadeForAVillageThatIsOffLineAndItsLetterPrintedThere() throws Exception {
        try (Screen operator = Screen.of(village, "operator")) {
            LiveDashboardIT.register(operator.page(), NIK, NAME);
        }
        Arrived.awaitUpToNow(regency, SharedRegency.BROWSED, PATIENCE);
        try (Screen clerk = Screen.of(regency.hub(), "mpp")) {
            Page mall = clerk.page();
            village.stop();
            try {
                make(mall);
                assertThat(mall.locator("main").textContent()).contains("Terkirim", "D****** P****** M**");
            } finally {
                village.start();
            }
            awaitStage(mall, "Diterima desa");
            String id = mall.url().substring(mall.url().lastIndexOf('/') + 1);

            answer("/permohonan/" + id);
            office.sign("kades", NAME);

            awaitStage(mall, "Siap dicetak");
            assertThat(PaperCode.text(printed(mall))).contains(NAME, SigningOffice.HEAD);

            mall.getByText("Sudah diserahkan", new Page.GetByTextOptions().setExact(true))
                    .click();
            awaitStage(mall, "Diserahkan");
            awaitEndAtVillage("/permohonan/" + id);
        }
        try (Connection hub = regency.hubDatabase().asReader()) {
            assertThat(Rows.strings(hub, "select letter_id::text from mall_chunk"))
                    .isEmpty();
        }
    }

    private static void make(Page mall) {
        mall.navigate("/mpp");
        mall.fill("#nik", NIK);
        mall.locator("form[action='/mpp/cari'] button").click();
        mall.locator("a[href^='/mpp/baru/']").click();
        mall.locator("#jenis").selectOption("DOM");
        mall.fill("#keperluan", "syarat pembukaan rekening bank");
        mall.locator("main form button.btn-utama").click();
        mall.waitForURL(address -> address.matches(".*/mpp/[0-9a-f-]{36}"));
    }

    /** The officer finds it in the list, and goes on as with any other. */
    private void answer(String request) {
        try (Screen operator = Screen.of(village, "operator")) {
            Page page = operator.page();
            page.navigate("/permohonan");
            page.locator("a[href='" + request + "']").first().click();
            assertThat(page.locator("main").textContent()).contains("Mal pelayanan", NAME);
            page.locator("main a[href$='/surat']").first().click();
            LetterAtCounter.answer(page, Map.of("sejak", "02-03-2019"));
            LetterAtCounter.handOn(page, SigningOffice.HEAD);
        }
    }

    private Path printed(Page mall) {
        Download download =
                mall.waitForDownload(() -> mall.getByText("Unduh untuk dicetak").click());
        Path file = folder.resolve("surat.pdf");
        download.saveAs(file);
        return file;
    }

    private void awaitEndAtVillage(String request) {
        try (Screen operator = Screen.of(village, "operator")) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                operator.page().navigate(request);
                assertThat(operator.page().locator(".kepala").textContent()).contains("Selesai");
            });
        }
    }

    /** The page follows by itself. */
    private static void awaitStage(Page mall, String stage) {
        mall.locator("#permohonan-mpp .kepala")
                .getByText(stage)
                .waitFor(new Locator.WaitForOptions().setTimeout((double) PATIENCE.toMillis()));
    }
}
