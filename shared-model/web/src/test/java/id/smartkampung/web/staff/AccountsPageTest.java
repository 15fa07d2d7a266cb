package id.smartkampung.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.MovingClock;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountsPageTest {

    private static final Pattern LINK = Pattern.compile("/awal\\?kode=([A-Za-z0-9_-]{43})");

    @Inject
    MovingClock clock;

    private final String name = "b" + UUID.randomUUID().toString().substring(0, 12);
    private TestBrowser admin;

    @BeforeEach
    void anAdminIsLoggedIn() {
        clock.passes(Duration.ofHours(25));
        admin = Accounts.loggedIn("admin." + name, Roles.ADMIN);
    }

    @Test
    void givesAnAccountByALinkThatIsGoodOnce() {
        String code = create(name, Roles.OPERATOR);
        TestBrowser person = new TestBrowser();
        assertThat(person.get("/awal?kode=" + code).asString()).contains(name);

        person.post("/awal", "kode", code, "sandi", "pohon kelapa hijau", "ulang", "pohon kelapa hijau");

        assertThat(person.login(name, "pohon kelapa hijau").statusCode()).isEqualTo(303);
        assertThat(new TestBrowser().get("/awal?kode=" + code).asString()).contains("sudah dipakai");
    }

    @Test
    void aLinkEndsAfterADay() {
        String code = create(name, Roles.OPERATOR);
        clock.passes(Duration.ofHours(25));
        assertThat(new TestBrowser().get("/awal?kode=" + code).asString()).contains("lewat masanya");
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        String code = create(name, Roles.OPERATOR);
        TestBrowser person = new TestBrowser();
        person.get("/awal?kode=" + code);
        Response answer = person.post("/awal", "kode", code, "sandi", "pendek", "ulang", "pendek");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Paling sedikit 10 huruf atau angka.");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() {
        Response answer = admin.post("/akun-pengguna", "username", "x y", "displayName", "Siti", "role", "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("value=\"Siti\"")
                .contains("value=\"x y\"")
                .contains("tanpa spasi")
                .contains("Harus diisi.");
    }

    @Test
    void aDeactivatedPersonIsOutAtOnce() {
        TestBrowser person = Accounts.loggedIn(name, Roles.OPERATOR);
        assertThat(person.get("/akun").statusCode()).isEqualTo(200);

        admin.post("/akun-pengguna/" + idOf(name) + "/nonaktif");

        assertThat(person.get("/akun").statusCode()).isEqualTo(303);
        assertThat(new TestBrowser().login(name, Accounts.PASSWORD).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        TestBrowser person = Accounts.loggedIn(name, Roles.OPERATOR);
        TestBrowser elsewhere = new TestBrowser();
        elsewhere.login(name, Accounts.PASSWORD);

        Response answer = person.post(
                "/akun", "lama", Accounts.PASSWORD, "sandi", "pohon kelapa hijau", "ulang", "pohon kelapa hijau");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(elsewhere.get("/akun").statusCode()).isEqualTo(303);
        assertThat(new TestBrowser().login(name, "pohon kelapa hijau").statusCode())
                .isEqualTo(303);
    }

    @Test
    void isForAdminsOnly() {
        TestBrowser person = Accounts.loggedIn(name, Roles.OPERATOR);
        Response answer = person.get("/akun-pengguna");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("Akun Anda tidak berhak membuka halaman ini.");
    }

    @Test
    void anAdminCannotLockOneselfOut() {
        Response answer = admin.post("/akun-pengguna/" + idOf("admin." + name) + "/nonaktif");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Akun sendiri tidak dapat dinonaktifkan");
    }

    private String create(String username, String role) {
        Response answer = admin.post("/akun-pengguna", "username", username, "displayName", "Siti Uji", "role", role);
        assertThat(answer.statusCode()).isEqualTo(200);
        Matcher link = LINK.matcher(answer.asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static UUID idOf(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Account.findByUsername(username).orElseThrow().id);
    }
}
