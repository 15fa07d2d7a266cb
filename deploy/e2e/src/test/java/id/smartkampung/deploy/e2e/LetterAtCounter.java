package id.smartkampung.deploy.e2e;

import com.microsoft.playwright.Page;

/** A letter that is asked for and filled in at the counter, by an officer in front of a browser. */
final class LetterAtCounter {

    private static final String PERSON = ".*/penduduk/[0-9a-f-]{36}.*";
    private static final String REQUEST = ".*/permohonan/[0-9a-f-]{36}";

    private LetterAtCounter() {}

    /** Asks for a domicile letter for the person on the page, and fills it in as far as it can be without who signs. */
    static void fill(Page page) {
        page.waitForURL(address -> address.matches(PERSON));
        page.locator("a[href^='/permohonan/baru']").first().click();
        page.locator("main a[href*='jenis=DOM']").first().click();
        page.fill("[name=keperluan]", "syarat pembukaan rekening bank");
        page.locator("main form button.btn-utama").last().click();
        page.waitForURL(address -> address.matches(REQUEST));
        page.locator("main a[href$='/surat']").first().click();
        page.waitForURL(address -> address.matches(REQUEST + "/surat"));
        page.fill("[name='i.sejak']", "2019-03-02");
    }
}
