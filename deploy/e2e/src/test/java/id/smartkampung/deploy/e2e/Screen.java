package id.smartkampung.deploy.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.ProgramProcess;

/** A browser window of somebody who has logged in; closing it forgets the session. */
final class Screen implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;

    private Screen(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    static Screen of(ProgramProcess program, String account) {
        return of(program, account, 1280);
    }

    static Screen of(ProgramProcess program, String account, int width) {
        Screen screen = anonymous(program, width);
        screen.page.navigate("/masuk");
        screen.page.fill("input[name=nama]", account);
        screen.page.fill("input[name=sandi]", Accounts.PASSWORD);
        screen.page.click("main button[type=submit]");
        screen.page.waitForURL(address -> !address.contains("/masuk"));
        return screen;
    }

    static Screen anonymous(ProgramProcess program, int width) {
        return new Screen(Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(program.url())
                        .setViewportSize(width, 900)
                        .setLocale("id-ID")
                        .setTimezoneId("Asia/Jakarta")));
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }
}
