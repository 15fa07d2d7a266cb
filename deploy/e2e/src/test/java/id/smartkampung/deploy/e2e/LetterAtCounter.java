package id.smartkampung.deploy.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;

/** A letter that is asked for, filled in and sent on at the counter, by an officer in front of a browser. */
final class LetterAtCounter {

    private static final String PERSON = ".*/penduduk/[0-9a-f-]{36}.*";
    private static final String REQUEST = ".*/permohonan/[0-9a-f-]{36}";

    private LetterAtCounter() {}

    /** Asks for a domicile letter for the person on the page, and fills it in as far as it can be without who signs. */
    static void fill(Page page) {
        ask(page, "DOM", Map.of("sejak", "02-03-2019"));
    }

    /** Asks for a letter of a kind for the person on the page, and types the answers. */
    static void ask(Page page, String kind, Map<String, String> answers) {
        page.waitForURL(address -> address.matches(PERSON));
        page.locator("main a[href^='/permohonan/baru']").first().click();
        page.locator("main a[href$='jenis=" + kind + "']").click();
        page.fill("[name=keperluan]", "syarat pembukaan rekening bank");
        page.locator("main form button.btn-utama").last().click();
        page.waitForURL(address -> address.matches(REQUEST));
        page.locator("main a[href$='/surat']").first().click();
        answer(page, answers);
    }

    /** Types the answers of the letter whose sheet is opened. */
    static void answer(Page page, Map<String, String> answers) {
        page.waitForURL(address -> address.matches(REQUEST + "/surat"));
        answers.forEach((field, answer) -> answer(page.locator("[name='i." + field + "']"), answer));
    }

    private static void answer(Locator field, String answer) {
        if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
            field.selectOption(new SelectOption().setLabel(answer));
        } else {
            field.fill(answer);
        }
    }

    /** Saves what is filled in and hands it to who signs; the address of the request. */
    static String handOn(Page page, String signatory) {
        page.locator("[name=penandaTangan]")
                .selectOption(page.locator("[name=penandaTangan] option")
                        .filter(new Locator.FilterOptions().setHasText(signatory))
                        .getAttribute("value"));
        page.locator("main form button.btn-utama").last().click();
        page.waitForURL(address -> address.matches(REQUEST + "/konsep"));
        String request = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("/konsep$", "");
        page.navigate(request);
        for (String step : List.of("Mulai periksa", "Ajukan untuk tanda tangan")) {
            page.getByText(step, new Page.GetByTextOptions().setExact(true)).click();
            page.waitForLoadState();
        }
        return request;
    }
}
