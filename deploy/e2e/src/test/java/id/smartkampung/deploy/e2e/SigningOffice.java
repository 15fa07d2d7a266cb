package id.smartkampung.deploy.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Duration;

/** The village head and the secretary of a village, each with a key that the district has certified. */
final class SigningOffice {

    static final String HEAD = "Hadi Purnomo";
    static final String SECRETARY = "Rini Astuti, S.Sos.";

    private static final String PASSPHRASE = "melati di tepi sawah";
    private static final int PHONE = 360;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static boolean opened;

    private final Regency regency;
    private final KodeWilayah village;

    SigningOffice(Regency regency, KodeWilayah village) {
        this.regency = regency;
        this.village = village;
    }

    /** The one of the village that all tests work with in the browser. */
    static synchronized SigningOffice get() {
        SigningOffice office = new SigningOffice(SharedRegency.get(), SharedRegency.BROWSED);
        if (!opened) {
            office.open();
            opened = true;
        }
        return office;
    }

    /** Names who signs, lets each make a key on a phone, and has the keys certified. */
    void open() {
        try (Screen sekdes = Screen.of(regency.village(village), "sekdes", PHONE)) {
            add(sekdes.page(), HEAD, "HEAD", "");
            add(sekdes.page(), SECRETARY, "ON_BEHALF", "Sekretaris Desa");
            try (Screen admin = Screen.of(regency.village(village), "admin")) {
                tie(admin.page(), HEAD, "Kepala desa");
                tie(admin.page(), SECRETARY, "Sekretaris desa");
            }
            makeKey(sekdes.page(), SECRETARY);
        }
        try (Screen kades = Screen.of(regency.village(village), "kades", PHONE)) {
            makeKey(kades.page(), HEAD);
            certify(HEAD, SECRETARY);
            awaitText(kades.page(), "/kunci-tanda-tangan", HEAD, "Sah sampai");
        }
        try (Screen sekdes = Screen.of(regency.village(village), "sekdes", PHONE)) {
            awaitText(sekdes.page(), "/kunci-tanda-tangan", SECRETARY, "Sah sampai");
        }
    }

    /** Signs what waits of somebody, on a phone. */
    void sign(String account, String applicant) {
        try (Screen signer = Screen.of(regency.village(village), account, PHONE)) {
            sign(signer.page(), applicant);
        }
    }

    /** Signs what waits of somebody, from the list; the page tells then what came of it. */
    static void sign(Page page, String applicant) {
        page.navigate("/tanda-tangan");
        page.locator("ul.antrean-ttd li")
                .filter(new Locator.FilterOptions().setHasText(applicant))
                .locator("input[type=checkbox]")
                .check();
        page.fill("[name=sandi]", PASSPHRASE);
        page.click("button[form=f-ttd]");
        page.getByText("Kembali ke daftar").waitFor();
        page.locator(".hasil-ttd .k-aman").waitFor();
    }

    private void certify(String... names) {
        try (Screen admin = Screen.of(regency.hub(), "admin")) {
            for (String name : names) {
                awaitText(admin.page(), "/penanda-tangan", name, "Menunggu");
                admin.page().getByLabel("Sahkan " + name).click();
                admin.page().waitForLoadState();
            }
        }
    }

    private static void add(Page page, String name, String basis, String position) {
        page.navigate("/kantor");
        Locator form = page.locator("form[action='/kantor/penanda-tangan']");
        form.locator("[name=nama]").fill(name);
        form.locator("[name=dasar]").selectOption(basis);
        form.locator("[name=jabatan]").fill(position);
        form.locator("button").click();
        page.getByText(name).first().waitFor();
    }

    /** Says whose account signs as this one, by the role of that account. */
    private static void tie(Page page, String name, String role) {
        page.navigate("/kantor");
        Locator form = page.locator("form[action^='/kantor/penanda-tangan/'][action$='/akun']")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel("Akun " + name)))
                .last();
        Locator account = form.locator("option").filter(new Locator.FilterOptions().setHasText("(" + role + ")"));
        form.locator("select").selectOption(account.first().getAttribute("value"));
        form.locator("button").click();
        page.waitForLoadState();
    }

    private static void makeKey(Page page, String name) {
        page.navigate("/kunci-tanda-tangan");
        Locator box = of(page, name);
        box.locator("summary").click();
        box.locator("[name=sandi]").fill(PASSPHRASE);
        box.locator("[name=lagi]").fill(PASSPHRASE);
        box.locator("button").click();
        of(page, name).getByText("Menunggu kabupaten").waitFor();
    }

    private static Locator of(Page page, String name) {
        return page.locator("section.kotak, tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .last();
    }

    private static void awaitText(Page page, String address, String name, String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            page.navigate(address);
            return of(page, name).getByText(text).count() > 0;
        });
    }
}
