package id.smartkampung.village;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.account.Roles;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the village office in front of a browser without scripts. */
public final class Clerk extends TestBrowser {

    private final String username;

    private Clerk(String username) {
        this.username = username;
    }

    /** Logged in with a new account of this role. */
    public static Clerk as(String role) {
        AgroalDataSource store =
                Arc.container().instance(AgroalDataSource.class).get();
        String username = "uji-" + role + "-" + UUID.randomUUID();
        return TestAccounts.loggedIn(new Clerk(username), store, username, role);
    }

    public String username() {
        return username;
    }

    /** An admin ties this account to somebody who signs, as it is done on the page. */
    public void signsAs(String signatory) {
        Clerk admin = as(Roles.ADMIN);
        Matcher account = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Nama " + username)
                .matcher(admin.get("/kantor").asString());
        assertThat(account.find()).isTrue();
        assertThat(admin.post("/kantor/penanda-tangan/" + signatory + "/akun", "akun", account.group(1))
                        .statusCode())
                .isEqualTo(303);
    }
}
