package id.smartkampung.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.factor.SecondFactors;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AskedForCode.Asked.class)
class SecondStepTest extends AskedForCode {

    @Inject
    SecondFactors factors;

    @Test
    void thePasswordAloneOpensNothing() {
        Response answer = browser.login(name, Accounts.PASSWORD);

        assertThat(answer.header("Location")).contains("/masuk/kode");
        assertThat(browser.get("/akun").statusCode()).isEqualTo(303);
        assertThat(browser.get("/akun").header("Location")).contains("/masuk");
    }

    @Test
    void theOperatorNeedsNoPhone() {
        Accounts.anAccount("op" + name, Roles.OPERATOR);
        browser.login("op" + name, Accounts.PASSWORD);
        assertThat(browser.get("/akun").statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenOfTheFirstStepIsNoSession() {
        browser.login(name, Accounts.PASSWORD);
        Map<String, String> cookies = browser.cookies();
        String step = cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith("-langkah"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        String session = cookies.keySet().stream()
                .filter(cookie -> cookie.endsWith("-langkah"))
                .map(cookie -> cookie.replace("-langkah", ""))
                .findFirst()
                .orElseThrow();

        assertThat(new TestBrowser().asks().cookie(session, step).get("/akun").statusCode())
                .isEqualTo(303);
    }

    @Test
    void setsThePhoneUpAtTheFirstLoginAndShowsCodesForPaperOnce() {
        browser.login(name, Accounts.PASSWORD);
        Response offered = browser.get("/masuk/kode?ke=/akun");
        assertThat(offered.asString()).contains("data:image/png;base64,").contains("Pasang kode di ponsel");
        assertThat(offered.header("Cache-Control")).contains("no-store");
        phone = Phone.of(offered.asString(), clock);

        Response wrong = browser.post("/masuk/kode", "kode", "000000", "ke", "/akun");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString()).contains("Kode tidak cocok").contains("Pasang kode di ponsel");

        Response set = browser.post("/masuk/kode", "kode", phone.code(), "ke", "/akun");
        assertThat(codes(set)).hasSize(10).doesNotHaveDuplicates();
        assertThat(set.header("Cache-Control")).contains("no-store");
        assertThat(browser.get("/akun").statusCode()).isEqualTo(200);
        assertThat(browser.get("/masuk/kode").statusCode()).isEqualTo(303);
        assertThat(trail()).contains("second-factor-set", "login");
    }

    @Test
    void asksForTheCodeAtEachLogin() {
        setUp();
        moving.passes(Duration.ofSeconds(30));

        TestBrowser again = new TestBrowser();
        again.login(name, Accounts.PASSWORD);
        assertThat(again.get("/masuk/kode").asString())
                .contains("sedang tampil")
                .doesNotContain("data:image/png")
                .doesNotContain(phone.written());
        Response in = again.post("/masuk/kode", "kode", phone.code(), "ke", "/akun?x=1");

        assertThat(in.header("Location")).endsWith("/akun?x=1");
        assertThat(again.get("/akun").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnce() {
        setUp();
        String used = phone.code();
        assertThat(enter("kode", used).statusCode()).isEqualTo(401);
        moving.passes(Duration.ofSeconds(30));
        assertThat(enter("kode", phone.code()).statusCode()).isEqualTo(303);
        assertThat(enter("kode", used).statusCode()).isEqualTo(401);
        assertThat(enter("kode", phone.code()).statusCode()).isEqualTo(401);
    }

    @Test
    void ofTwoWindowsWithTheSameCodeOneComesIn() throws Exception {
        setUp();
        moving.passes(Duration.ofMinutes(1));
        UUID account = id(name);
        String code = phone.code();
        ExecutorService windows = Executors.newFixedThreadPool(4);
        List<Boolean> accepted = new ArrayList<>();
        Callable<Boolean> window = () -> factors.accepts(account, code);
        for (Future<Boolean> answer : windows.invokeAll(Collections.nCopies(4, window))) {
            accepted.add(answer.get());
        }
        windows.shutdown();
        assertThat(accepted).containsOnlyOnce(true);
    }

    @Test
    void allowsAPhoneWhoseClockIsHalfAMinuteOff() {
        setUp();
        moving.passes(Duration.ofMinutes(5));
        assertThat(enter("kode", phone.code(Duration.ofMinutes(-1))).statusCode())
                .isEqualTo(401);
        assertThat(enter("kode", phone.code(Duration.ofSeconds(-30))).statusCode())
                .isEqualTo(303);
        assertThat(enter("kode", phone.code(Duration.ofSeconds(30))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void wrongCodesAreBrakedTogetherWithWrongPasswords() {
        setUp();
        moving.passes(Duration.ofMinutes(1));
        new TestBrowser().login(name, "bukan kata sandinya");
        new TestBrowser().login(name, "bukan kata sandinya");
        assertThat(enter("kode", "000000").statusCode()).isEqualTo(401);
        new TestBrowser().login(name, "bukan kata sandinya");
        assertThat(new TestBrowser().login(name, Accounts.PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @Test
    void theRightPasswordDoesNotFreeWhoGuessesCodes() {
        setUp();
        moving.passes(Duration.ofMinutes(1));
        TestBrowser guesser = browserAtTheCode();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(guesser.post("/masuk/kode", "kode", "00000" + i).statusCode());
        }
        assertThat(answers).contains(429).doesNotContain(303);
        assertThat(trail()).contains("second-factor-refused");
    }

    @Test
    void theWaitForTheCodeEnds() {
        setUp();
        TestBrowser late = browserAtTheCode();
        moving.passes(Duration.ofMinutes(11));

        Response answer = late.post("/masuk/kode", "kode", phone.code());

        assertThat(answer.header("Location")).endsWith("/masuk");
        assertThat(late.get("/akun").statusCode()).isEqualTo(303);
    }

    @Test
    void keepsNeitherTheSecretNorTheCodesReadable() {
        browser.login(name, Accounts.PASSWORD);
        phone = Phone.of(browser.get("/masuk/kode").asString(), clock);
        Response set = browser.post("/masuk/kode", "kode", phone.code());
        String kept = text(
                        "select string_agg(secret || ' ' || encode(decode(secret, 'base64'), 'hex'), ' ') from second_factor")
                + text("select string_agg(offered_secret, ' ') from session")
                + text("select string_agg(encode(code_hash, 'hex'), ' ') from recovery_code");

        byte[] secret = new Base32().decode(phone.written());
        assertThat(kept)
                .doesNotContain(phone.written())
                .doesNotContain(Base64.getEncoder().encodeToString(secret).substring(0, 20))
                .doesNotContain(HexFormat.of().formatHex(secret));
        for (String code : codes(set)) {
            String letters = code.replace("-", "");
            assertThat(kept)
                    .doesNotContain(letters)
                    .doesNotContain(HexFormat.of().formatHex(letters.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
