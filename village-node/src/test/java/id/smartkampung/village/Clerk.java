package id.smartkampung.village;

import static io.restassured.RestAssured.given;

import id.smartkampung.web.account.Account;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the village office in front of a browser without scripts: keeps cookies, fills in forms. */
public final class Clerk {

    private static final String PASSWORD = "kata sandi uji coba";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    private Clerk() {}

    /** Logged in with an account of this role. */
    public static Clerk as(String role) {
        String username = "uji-" + role + "-" + SERIAL.incrementAndGet();
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = new Account();
            account.username = username;
            account.displayName = "Nama " + username;
            account.role = role;
            account.passwordHash = BcryptUtil.bcryptHash(PASSWORD, 4);
            account.createdAt = Instant.EPOCH;
            account.persist();
        });
        Clerk clerk = new Clerk();
        clerk.get("/masuk");
        clerk.post("/masuk", "nama", username, "sandi", PASSWORD);
        clerk.get("/akun");
        return clerk;
    }

    public Response get(String path) {
        return kept(request().get(path));
    }

    /** Sends a form: names and values in turn. */
    public Response post(String path, String... form) {
        RequestSpecification request = request().formParam("csrf-token", token);
        for (int i = 0; i < form.length; i += 2) {
            request.formParam(form[i], form[i + 1]);
        }
        return kept(request.post(path));
    }

    /** What the page reads after a form led there. */
    public String follow(Response answer) {
        return get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                .asString();
    }

    /** The value of an input of the last seen page. */
    public static String valueOf(String page, String field) {
        Matcher matcher = FIELD.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(field)) {
                return matcher.group(2);
            }
        }
        return null;
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies);
    }

    private Response kept(Response response) {
        response.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        Matcher matcher = TOKEN.matcher(response.asString());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return response;
    }
}
