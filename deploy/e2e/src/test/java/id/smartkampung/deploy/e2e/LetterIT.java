package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the wish of a person at the counter to the signed letter that a stranger verifies at the district. */
class LetterIT {

    private static final int PHONE = 360;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Regency regency = SharedRegency.get();
    private final ProgramProcess village = regency.village(SharedRegency.BROWSED);
    private final SigningOffice office = SigningOffice.get();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    @TempDir
    Path folder;

    @Test
    void aLetterIsSignedOnAPhoneAndVerifiedByAStrangerUntilItIsWithdrawn() throws Exception {
        String request;
        Path letter;
        try (Screen operator = Screen.of(village, "operator")) {
            LiveDashboardIT.register(operator.page(), "3510050101900011", "Wayan Suprapti");
            LetterAtCounter.fill(operator.page());
            request = LetterAtCounter.handOn(operator.page(), SigningOffice.HEAD);
            office.sign("kades", "Wayan Suprapti");
            letter = signed(operator.page(), request, "surat.pdf");
        }
        String address = PaperCode.address(letter);
        assertThat(PaperCode.text(letter)).contains("Wayan Suprapti", "KEPALA DESA", SigningOffice.HEAD);
        assertThat(address).startsWith(regency.hub().url() + "/v/");

        try (Screen stranger = Screen.anonymous(regency.hub(), PHONE)) {
            awaitVerdict(stranger.page(), address, "Surat ini sah");
            assertThat(stranger.page().locator("main").textContent()).doesNotContain("Wayan Suprapti");
            assertThatAChangedCopyIsFoundOut(stranger.page(), letter);
        }
        String own = address.replace(regency.hub().url(), village.url());
        try (Screen stranger = Screen.anonymous(village, PHONE)) {
            awaitVerdict(stranger.page(), own, "Surat ini sah");
        }
        assertThatTheDistrictHas(request, "Ditandatangani");

        withdraw(request);

        try (Screen stranger = Screen.anonymous(regency.hub(), PHONE)) {
            awaitVerdict(stranger.page(), address, "Surat ini sudah dicabut");
            awaitVerdict(stranger.page(), own, "Surat ini sudah dicabut");
        }
        assertThatTheDistrictHas(request, "Dicabut");
        Arrived.assertArrived(regency, SharedRegency.BROWSED, List.of("3510050101900011"));
    }

    @Test
    void aDeathIsCountedAtTheDistrictAsSoonAsTheSecretaryHasSignedItsLetter() throws Exception {
        try (Screen official = Screen.of(regency.hub(), "dispermades");
                Screen operator = Screen.of(village, "operator")) {
            LiveDashboardIT.register(operator.page(), "3510050101900012", "Karsi Binti Wagiman");
            LiveDashboardIT.register(operator.page(), "3510050101900013", "Slamet Pelapor");
            Map<String, String> answers = new LinkedHashMap<>();
            answers.put("nik_almarhum.lain", "3510050101900012");
            answers.put("waktu_mati", typed(today.minusDays(1)) + " 04.30");
            answers.put("tempat_mati", "Rumah");
            answers.put("sebab", "sakit biasa/tua");
            answers.put("penerang", "Dokter");
            answers.put("pemakaman", "Makam desa");
            answers.put("pelapor_nik.lain", "3510050101900013");
            answers.put("saksi.lain", "Saksi Satu\nSaksi Dua");
            LetterAtCounter.ask(operator.page(), "MATI", answers);
            String request = LetterAtCounter.handOn(operator.page(), SigningOffice.SECRETARY);
            Arrived.awaitUpToNow(regency, SharedRegency.BROWSED, PATIENCE);
            official.page().reload();
            Locator people = official.page().locator("#angka-penduduk");
            int before = number(people);

            office.sign("sekdes", "Slamet Pelapor");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(number(people)).isEqualTo(before - 1));
            operator.page().navigate(request);
            assertThat(operator.page().locator("main").textContent()).contains("sudah dicatat di data penduduk");
        }
    }

    @Test
    void oneFillingInGivesThePapersOfAMarriage() throws IOException {
        try (Screen operator = Screen.of(village, "operator")) {
            LiveDashboardIT.register(operator.page(), "3510050101950014", "Lestari Calon");
            Map<String, String> answers = new LinkedHashMap<>();
            answers.put("status_calon", "Perawan");
            answers.put("ayah_nik.lain", "Bapak Lestari");
            answers.put("ibu_nik.lain", "Ibu Lestari");
            answers.put("nama_calon_pasangan", "Bagus Calon");
            answers.put("kua_tujuan", "Purwoharjo");
            answers.put("tanggal_akad", typed(today.plusMonths(6)));
            answers.put("waktu_akad", typed(today.plusMonths(6)) + " 09.00");
            answers.put("tempat_akad", "Luar KUA");
            answers.put("calon_suami_nik.lain", "Bagus Calon");
            answers.put("calon_istri_nik.lain", "3510050101950014");
            LetterAtCounter.ask(operator.page(), "N1", answers);
            for (String kind : List.of("N2", "N4", "N5", "N6")) {
                Locator box = operator.page().locator("[name=dok][value=" + kind + "]");
                if (box.count() > 0) {
                    box.setChecked(List.of("N2", "N4").contains(kind));
                }
            }
            String request = LetterAtCounter.handOn(operator.page(), SigningOffice.HEAD);

            office.sign("kades", "Lestari Calon");

            assertThat(PaperCode.text(signed(operator.page(), request, "n1.pdf")))
                    .contains("PENGANTAR NIKAH", "Lestari Calon", "Bagus Calon");
            List<String> forms = new ArrayList<>();
            for (Locator link : operator.page().getByText("PDF formulir").all()) {
                forms.add(PaperCode.text(saved(operator.page(), link, "formulir.pdf")));
            }
            assertThat(forms).hasSize(2).allSatisfy(form -> assertThat(form).contains("Bagus Calon"));
            assertThat(forms).anySatisfy(form -> assertThat(form).contains("KEHENDAK NIKAH"));
            assertThat(forms).anySatisfy(form -> assertThat(form).contains("PERSETUJUAN CALON PENGANTIN"));
        }
    }

    private Path signed(Page page, String request, String name) {
        page.navigate(request + "/konsep");
        return saved(page, page.getByText("PDF bertanda tangan"), name);
    }

    private Path saved(Page page, Locator link, String name) {
        Download download = page.waitForDownload(link::click);
        Path file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }

    /** The file is looked at in the browser and goes nowhere. */
    private void assertThatAChangedCopyIsFoundOut(Page page, Path letter) throws IOException {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> sent.add(request.method() + " " + request.url()));
        byte[] changed = Files.readAllBytes(letter);
        changed[changed.length / 2] ^= 1;
        Path copy = Files.write(folder.resolve("salinan.pdf"), changed);

        page.setInputFiles("#berkas", copy);
        page.getByText("Berkas itu bukan berkas aslinya.").waitFor();
        page.setInputFiles("#berkas", letter);
        page.getByText("Berkas itu sama dengan aslinya.").waitFor();

        assertThat(sent).isEmpty();
    }

    private void withdraw(String request) {
        try (Screen kades = Screen.of(village, "kades", PHONE)) {
            Page page = kades.page();
            page.navigate(request.replace("/permohonan/", "/tanda-tangan/"));
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Cabut surat ini"))
                    .click();
            page.locator("[name=alasan]").last().fill("Alamat di surat keliru");
            page.locator("form[action$='/cabut'] button").click();
            page.getByText("Alamat di surat keliru").first().waitFor();
        }
    }

    private void assertThatTheDistrictHas(String request, String state) {
        String id = request.substring(request.lastIndexOf('/') + 1);
        try (Screen official = Screen.of(regency.hub(), "dispermades")) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                official.page().navigate("/permohonan/" + SharedRegency.BROWSED.value() + "/" + id);
                assertThat(official.page().locator("main").textContent()).contains(state);
            });
        }
    }

    private static void awaitVerdict(Page page, String address, String verdict) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            page.navigate(address);
            assertThat(page.locator("h1").textContent()).isEqualTo(verdict);
        });
    }

    private static String typed(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd-MM-uuuu").format(day);
    }

    private static int number(Locator place) {
        return Integer.parseInt(place.textContent().replaceAll("[^0-9]", ""));
    }
}
