package id.smartkampung.district.client;

import static io.restassured.RestAssured.given;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.web.account.Tokens;
import io.quarkus.arc.Unremovable;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Programs of other agencies, each with a secret. */
@ApplicationScoped
@Unremovable
public class Clients {

    private final Kampung kampung;

    Clients(Kampung kampung) {
        this.kampung = kampung;
    }

    /** A program with its secret; asks for a token of its own at the first call. */
    public static final class Program {

        private final String id;
        private final String secret;
        private String token;

        private Program(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        public String id() {
            return id;
        }

        public String secret() {
            return secret;
        }

        public String token() {
            if (token == null) {
                token = asksForToken("").path("access_token");
            }
            return token;
        }

        /** The answer to a wish for a token; an empty scope for all that it may. */
        public Response asksForToken(String scope) {
            return given().auth()
                    .preemptive()
                    .basic(id, secret)
                    .formParam("grant_type", "client_credentials")
                    .formParam("scope", scope)
                    .post("/oauth/token");
        }

        /** A request with its token. */
        public RequestSpecification asks() {
            return given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + token());
        }

        public Response get(String path) {
            return asks().get(path);
        }
    }

    public Program may(String... scopes) {
        return create(List.of(), 100_000, scopes);
    }

    public Program mayIn(List<String> areas, String... scopes) {
        return create(areas, 100_000, scopes);
    }

    public Program mayAtMost(int callsPerMinute, String... scopes) {
        return create(List.of(), callsPerMinute, scopes);
    }

    /** Purpose of each of them: {@code verifikasi-bansos}. */
    private Program create(List<String> areas, int callsPerMinute, String... scopes) {
        Program program = new Program("uji-" + UUID.randomUUID().toString().substring(0, 13), Tokens.random());
        kampung.run("""
                insert into client (id, name, contact, scopes, purposes, areas, calls_per_minute, created_at, created_by)
                values (?, 'Program uji', 'uji', cast(? as text[]), '{verifikasi-bansos}', cast(? as text[]), ?, now(), 'uji')
                """, program.id(), array(List.of(scopes)), array(areas), callsPerMinute);
        kampung.run("""
                insert into client_secret (hash, client_id, created_at, expires_at)
                values (?, ?, now(), now() + interval '1 day')
                """, Tokens.hash(program.secret()), program.id());
        return program;
    }

    private static String array(List<String> words) {
        return "{" + String.join(",", words) + "}";
    }
}
