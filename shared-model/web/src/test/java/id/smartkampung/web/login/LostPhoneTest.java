package id.smartkampung.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who no longer has the phone comes in with a code on paper, or begins anew. */
@QuarkusTest
@TestProfile(AskedForCode.Asked.class)
class LostPhoneTest extends AskedForCode {

    @Test
    void aCodeOnPaperStandsInForThePhoneOnce() {
        String paper = codes(setUp()).get(3);

        TestBrowser person = browserAtTheCode();
        Response in = person.post("/masuk/kode", "pemulihan", paper.toLowerCase(Locale.ROOT));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(person.get("/akun").asString()).contains("Yang masih berlaku: 9.");
        assertThat(enter("pemulihan", paper).statusCode()).isEqualTo(401);
        assertThat(trail()).contains("recovery-code-used");
    }

    @Test
    void anotherAdminReleasesALostPhone() {
        setUp();
        TestBrowser admin = admin("admin." + name);
        Response answer = admin.post("/akun-pengguna/" + id(name) + "/ponsel");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.get("/akun").statusCode()).isEqualTo(303);
        assertThat(browserAtTheCode().get("/masuk/kode").asString()).contains("Pasang kode di ponsel");
        assertThat(trail()).contains("second-factor-reset");
        assertThat(admin.post("/akun-pengguna/" + id("admin." + name) + "/ponsel")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void thePhoneIsChangedWithACodeOfTheOldOne() {
        setUp();
        moving.passes(Duration.ofSeconds(30));
        browser.get("/akun/kode");
        assertThat(browser.post("/akun/kode/ponsel", "kode", "000000").statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/akun/kode/ponsel", "kode", phone.code()).statusCode())
                .isEqualTo(303);

        assertThat(browser.get("/akun").statusCode()).isEqualTo(303);
        assertThat(browserAtTheCode().get("/masuk/kode").asString()).contains("Pasang kode di ponsel");
    }

    @Test
    void aLostPhoneIsLetGoWithACodeOnPaper() {
        String paper = codes(setUp()).get(1);
        browser.get("/akun/kode");
        assertThat(browser.post("/akun/kode/ponsel", "kode", paper).statusCode())
                .isEqualTo(303);
        assertThat(browserAtTheCode().get("/masuk/kode").asString()).contains("Pasang kode di ponsel");
    }

    @Test
    void newCodesForPaperReplaceTheOld() {
        Response first = setUp();
        String old = codes(first).get(0);
        moving.passes(Duration.ofSeconds(30));
        browser.get("/akun/kode");
        Response renewed = browser.post("/akun/kode/pemulihan", "kode", phone.code());

        assertThat(codes(renewed)).hasSize(10).doesNotContain(old);
        assertThat(enter("pemulihan", old).statusCode()).isEqualTo(401);
        assertThat(enter("pemulihan", codes(renewed).get(0)).statusCode()).isEqualTo(303);
    }

    private TestBrowser admin(String username) {
        Accounts.anAccount(username, Roles.ADMIN);
        TestBrowser admin = new TestBrowser();
        admin.login(username, Accounts.PASSWORD);
        Phone its = Phone.of(admin.get("/masuk/kode").asString(), clock);
        admin.post("/masuk/kode", "kode", its.code());
        admin.get("/akun-pengguna");
        return admin;
    }
}
