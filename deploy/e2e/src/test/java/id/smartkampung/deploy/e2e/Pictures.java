package id.smartkampung.deploy.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.smartkampung.deploy.population.Population;
import id.smartkampung.deploy.population.PopulationCsv;
import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.regency.VillageChoice;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Takes the pictures of the README and of the officers' guide from the running product: {@code deploy/pictures.sh}. */
final class Pictures {

    private static final long SEED = 35;
    private static final int RESIDENTS = 900;
    private static final int WIDTH = 1280;
    private static final int PHONE = 360;

    /** Then the signature is another's. */
    private static final int LAST_STEP_OF_OPERATOR = 2;

    private final Path guide;
    private final Path readme;
    private final Regency regency;
    private final KodeWilayah kode;
    private final SigningOffice office;

    private Pictures(Path docs, Regency regency, KodeWilayah kode) {
        this.guide = docs.resolve("panduan/images");
        this.readme = docs.resolve("images");
        this.regency = regency;
        this.kode = kode;
        this.office = new SigningOffice(regency, kode);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Checkout checkout = Checkout.here();
        Path target = checkout.root().resolve("deploy/e2e/target");
        List<KodeWilayah> villages = VillageChoice.first(3);
        RegencyPlan plan = RegencyPlan.onFreePorts(Files.createTempDirectory(target, "pictures"), villages)
                .withTraining(villages.get(0));
        try (Regency regency = new Regency(plan, checkout)) {
            regency.start(step -> {}, program -> load(program, villages));
            new Pictures(checkout.root().resolve("deploy/docs"), regency, villages.get(0)).take();
        } finally {
            Chromium.close();
        }
    }

    private static void load(ProgramProcess program, List<KodeWilayah> villages) {
        villages.stream()
                .filter(kode -> kode.value().equals(program.name()))
                .findFirst()
                .ifPresent(kode -> load(program, kode));
    }

    private static void load(ProgramProcess village, KodeWilayah kode) {
        try {
            Path file = village.folder().resolve("penduduk.csv");
            Files.createDirectories(village.folder());
            PopulationCsv.write(Population.of(SEED).village(kode, RESIDENTS), file);
            if (village.runCommand("import", file.toString()) != 0) {
                throw new IllegalStateException("the residents of " + kode + " are not loaded, see " + village.log());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void take() throws IOException, SQLException {
        office.open();
        try (Screen operator = Screen.of(regency.village(kode), "operator", WIDTH)) {
            requests(operator.page());
            awaitArrived();
            village(operator.page());
            importing(operator.page());
        }
        try (Screen sekdes = Screen.of(regency.village(kode), "sekdes", WIDTH)) {
            office(sekdes.page());
        }
        signing();
        try (Screen stranger = Screen.anonymous(regency.village(kode), WIDTH)) {
            stranger.page().navigate("/masuk");
            save(stranger.page(), guide, "masuk");
        }
        try (Screen trainee = Screen.of(regency.training(kode), "operator", WIDTH)) {
            save(trainee.page(), guide, "latihan");
        }
        try (Screen admin = Screen.of(regency.village(kode), "admin", WIDTH)) {
            admin.page().navigate("/sambungkan");
            save(admin.page(), guide, "sambungan-desa");
        }
        try (Screen admin = Screen.of(regency.hub(), "admin", WIDTH)) {
            admin.page().navigate("/sambungan");
            save(admin.page(), guide, "sambungan-kabupaten");
        }
        try (Screen official = Screen.of(regency.hub(), "dispermades", WIDTH)) {
            official.page().waitForTimeout(1500);
            save(official.page(), guide, "kabupaten-ringkasan");
            save(official.page(), readme, "dashboard");
            official.page().navigate("/desa");
            save(official.page(), guide, "kabupaten-desa");
        }
        offline();
    }

    private void village(Page page) {
        page.navigate("/");
        page.waitForTimeout(800);
        save(page, guide, "beranda");
        save(page, guide, "layar");
        save(page, readme, "village-home");
        page.navigate("/sinkronisasi");
        save(page, guide, "kiriman");
        page.navigate("/penduduk/baru");
        save(page, guide, "penduduk-formulir");
        page.navigate("/keluarga");
        save(page, guide, "keluarga-daftar");
        page.locator("main table tbody th a, main table tbody td a").first().click();
        save(page, guide, "keluarga-rinci");
        page.navigate("/penduduk");
        save(page, guide, "penduduk-daftar");
        page.locator("main table tbody th a").first().click();
        save(page, guide, "penduduk-rinci");
        save(page, readme, "village-resident");
    }

    /** What happens to people, the books of it, and what letters are made of. */
    private void office(Page page) {
        page.navigate("/kantor");
        save(page, guide, "kantor");
        page.navigate("/jenis-surat");
        save(page, guide, "jenis-surat");
        page.navigate("/penduduk");
        page.locator("main table tbody th a").first().click();
        LetterAtCounter.fill(page);
        save(page, guide, "surat-isi");
        page.locator("main form button.btn-utama").last().click();
        save(page, guide, "surat-konsep");
        page.navigate("/penduduk");
        page.locator("main table tbody th a").nth(1).click();
        page.locator("a[href^='/peristiwa/baru']").first().click();
        page.locator("main a[href*='jenis=DEPARTURE']").first().click();
        save(page, guide, "peristiwa-pindah");
        page.navigate("/buku/laporan");
        save(page, guide, "buku-laporan");
    }

    /** Two letters that wait, one of them signed on a telephone and verified by somebody who holds it. */
    private void signing() throws IOException {
        try (Screen operator = Screen.of(regency.village(kode), "operator", WIDTH);
                Screen kades = Screen.of(regency.village(kode), "kades", PHONE);
                Screen stranger = Screen.anonymous(regency.hub(), PHONE)) {
            String request = waiting(operator.page(), 2);
            String applicant = operator.page().locator("main .kepala a").first().textContent();
            waiting(operator.page(), 5);
            kades.page().navigate("/kunci-tanda-tangan");
            save(kades.page(), guide, "tanda-tangan-kunci");
            kades.page().navigate("/tanda-tangan");
            save(kades.page(), guide, "tanda-tangan-daftar");
            SigningOffice.sign(kades.page(), applicant);
            save(kades.page(), guide, "tanda-tangan-selesai");
            kades.page().navigate(request + "/konsep");
            Path letter = Files.createTempFile("surat", ".pdf");
            kades.page()
                    .waitForDownload(
                            () -> kades.page().getByText("PDF bertanda tangan").click())
                    .saveAs(letter);
            String address = PaperCode.address(letter);
            Files.delete(letter);
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                stranger.page().navigate(address);
                return "Surat ini sah".equals(stranger.page().locator("h1").textContent());
            });
            save(stranger.page(), guide, "surat-sah");
        }
        try (Screen admin = Screen.of(regency.hub(), "admin", WIDTH)) {
            admin.page().navigate("/penanda-tangan");
            save(admin.page(), guide, "kabupaten-penanda-tangan");
        }
    }

    private static String waiting(Page operator, int person) {
        operator.navigate("/penduduk");
        operator.locator("main table tbody th a").nth(person).click();
        LetterAtCounter.fill(operator);
        return LetterAtCounter.handOn(operator, SigningOffice.HEAD);
    }

    private void importing(Page page) {
        page.navigate("/impor");
        page.setInputFiles("input[type=file]", regency.village(kode).folder().resolve("penduduk.csv"));
        page.click("text=Unggah dan periksa");
        page.getByText("Cocokkan dengan sistem lama").waitFor();
        save(page, guide, "impor-periksa");
    }

    /** Some work of a morning, so that the lists are not empty. */
    private void requests(Page page) {
        for (int person = 0; person < 4; person++) {
            page.navigate("/penduduk");
            page.locator("main table tbody th a").nth(person * 3).click();
            page.locator("a[href^='/permohonan/baru']").first().click();
            if (person == 0) {
                save(page, guide, "permohonan-surat");
            }
            page.locator("main a[href*='jenis=']").nth(person).click();
            if (person == 0) {
                save(page, guide, "permohonan-baru");
            }
            page.locator("main form button.btn-utama").last().click();
            page.waitForURL(address -> address.matches(".*/permohonan/[0-9a-f-]{36}.*"));
            for (int step = 0; step < Math.min(person, LAST_STEP_OF_OPERATOR); step++) {
                page.locator("main form button.btn-utama").first().click();
                page.waitForLoadState();
            }
            if (person == 2) {
                save(page, guide, "permohonan-rinci");
            }
        }
    }

    private void offline() {
        regency.hub().stop();
        regency.kafka().stop();
        try (Screen operator = Screen.of(regency.village(kode), "operator", WIDTH)) {
            LiveDashboardIT.register(operator.page(), "3510990101900001", "Dewi Lestari");
            operator.page().navigate("/");
            operator.page().getByText("menunggu jaringan").first().waitFor();
            save(operator.page(), guide, "beranda-luring");
        }
    }

    private void awaitArrived() throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> Rows.assertLogIsWhole(village, hub, kode.value()));
        }
    }

    private static void save(Page page, Path folder, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
