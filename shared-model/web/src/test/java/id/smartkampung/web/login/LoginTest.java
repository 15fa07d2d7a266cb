package id.smartkampung.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.MovingClock;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginTest {

    @Inject
    MovingClock clock;

    private final String name = "a" + UUID.randomUUID().toString().substring(0, 12);
    private final TestBrowser browser = new TestBrowser();

    @BeforeEach
    void anAccountExistsAndNobodyIsBraked() {
        clock.passes(Duration.ofHours(25));
        Accounts.anAccount(name, Roles.OPERATOR);
    }

    @Test
    void letsInWhoKnowsThePassword() {
        browser.login(name, Accounts.PASSWORD);

        assertThat(browser.get("/akun").statusCode()).isEqualTo(200);
        assertThat(browser.get("/akun").asString()).contains("Nama " + name).contains("Petugas loket");
    }

    @Test
    void takesTheNameInAnyCase() {
        assertThat(browser.login(" " + name.toUpperCase(Locale.ROOT), Accounts.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void tellsTheSameOfAWrongPasswordAndOfAnUnknownName() {
        Response wrong = browser.login(name, "bukan kata sandinya");
        Response unknown = new TestBrowser().login("zz" + name, "bukan kata sandinya");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.asString()).contains("Nama akun atau kata sandi tidak cocok.");
        assertThat(unknown.asString()).contains("Nama akun atau kata sandi tidak cocok.");
    }

    @Test
    void sendsBackToThePageThatWasAskedFor() {
        assertThat(browser.get("/akun?x=1").header("Location")).endsWith("/masuk?ke=%2Fakun%3Fx%3D1");
        browser.get("/masuk");
        Response answer = browser.post("/masuk", "nama", name, "sandi", Accounts.PASSWORD, "ke", "/akun?x=1");
        assertThat(answer.header("Location")).endsWith("/akun?x=1");
    }

    @Test
    void neverSendsToAnotherSite() {
        browser.get("/masuk");
        Response answer = browser.post("/masuk", "nama", name, "sandi", Accounts.PASSWORD, "ke", "//evil.example/");
        assertThat(answer.header("Location")).doesNotContain("evil");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        browser.get("/masuk");
        TestBrowser forger = new TestBrowser();
        assertThat(forger.post("/masuk", "nama", name, "sandi", Accounts.PASSWORD)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsTheCookieFromScripts() {
        Response answer = browser.login(name, Accounts.PASSWORD);
        assertThat(answer.getHeaders().getValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void aCopiedCookieIsWorthNothingAfterLogout() {
        browser.login(name, Accounts.PASSWORD);
        TestBrowser thief = browser.copy();

        browser.post("/keluar");

        assertThat(thief.get("/akun").statusCode()).isEqualTo(303);
    }

    @Test
    void endsASessionNobodyUses() {
        browser.login(name, Accounts.PASSWORD);
        clock.passes(Duration.ofMinutes(61));
        assertThat(browser.get("/akun").statusCode()).isEqualTo(303);
    }

    @Test
    void endsASessionBeforeWhichOnlyAPageStillAsks() {
        browser.login(name, Accounts.PASSWORD);
        clock.passes(Duration.ofMinutes(40));
        assertThat(browser.getByItself("/akun").statusCode()).isEqualTo(200);
        clock.passes(Duration.ofMinutes(21));
        assertThat(browser.getByItself("/akun").statusCode()).isEqualTo(401);
    }

    @Test
    void endsEverySessionInTheEnd() {
        browser.login(name, Accounts.PASSWORD);
        for (int i = 0; i < 12; i++) {
            clock.passes(Duration.ofMinutes(59));
            assertThat(browser.get("/akun").statusCode()).isEqualTo(200);
        }
        clock.passes(Duration.ofMinutes(59));
        assertThat(browser.get("/akun").statusCode()).isEqualTo(303);
    }

    @Test
    void tellsAFormSentTooLateThatNothingIsLost() {
        browser.login(name, Accounts.PASSWORD);
        clock.passes(Duration.ofHours(2));

        Response page = browser.post("/akun", "lama", "x");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.asString()).contains("Sesi Anda sudah berakhir").contains("Isian Anda tidak hilang");

        Response line = browser.postByHtmx("/akun");
        assertThat(line.statusCode()).isEqualTo(401);
        assertThat(line.header("X-Kampung-Galat")).isNotBlank();
        assertThat(line.asString()).contains("Sesi Anda sudah berakhir").doesNotContain("<html");
    }
}
