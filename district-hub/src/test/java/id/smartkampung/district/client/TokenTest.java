package id.smartkampung.district.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenTest {

    private static final String SRAGI = "35.10.19.2003";
    private static final String LATENG = "35.10.16.1018";
    private static final String ELSEWHERE = "35.10.06.2004";

    @Inject
    Clients clients;

    @Inject
    Kampung kampung;

    @Inject
    Officers officers;

    @BeforeEach
    void villagesHaveJoined() {
        kampung.joins(SRAGI, "Sragi");
        kampung.joins(LATENG, "Lateng");
        kampung.joins(ELSEWHERE, "Tamanagung");
    }

    @Test
    void aClientGetsATokenForTenMinutesAndCallsWithIt() {
        Clients.Program program = clients.may("statistics", "requests");

        program.asksForToken("")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600))
                .body("scope", equalTo("statistics requests"));
        program.get("/api/v1/totals").then().statusCode(200);
        program.get("/api/v1/requests").then().statusCode(200);
    }

    @Test
    void aClientGetsATokenByASecretInTheForm() {
        Clients.Program program = clients.may("statistics");

        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", program.id())
                .formParam("client_secret", program.secret())
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .body("scope", equalTo("statistics"));
    }

    @Test
    void aTokenMayNoMoreThanItWasAskedFor() {
        Clients.Program program = clients.may("statistics", "requests");
        String token = program.asksForToken("requests").path("access_token");

        bearing(token, "/api/v1/requests").then().statusCode(200);
        bearing(token, "/api/v1/totals")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("insufficient_scope"));
    }

    @Test
    void aScopeOfSomebodyElseIsRefused() {
        clients.may("statistics")
                .asksForToken("residents.nik")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
    }

    @Test
    void aWrongSecretIsRefusedLikeAnUnknownClient() {
        Clients.Program program = clients.may("statistics");

        Response wrong = asks(program.id(), "salah");
        Response unknown = asks("tidak-ada", program.secret());

        wrong.then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("error", equalTo("invalid_client"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void guessingIsSlowedDown() {
        String id = clients.may("statistics").id();
        for (int attempt = 0; attempt < 20; attempt++) {
            asks(id, "tebakan-" + attempt);
        }

        asks(id, "tebakan").then().statusCode(429).header("Retry-After", equalTo("600"));
    }

    @Test
    void anotherGrantIsNotSupported() {
        Clients.Program program = clients.may("statistics");

        given().formParam("grant_type", "password")
                .formParam("client_id", program.id())
                .formParam("client_secret", program.secret())
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void aParameterThatComesTwiceIsNoRequest() {
        given().formParam("grant_type", "client_credentials", "client_credentials")
                .formParam("client_id", "uji")
                .formParam("client_secret", "uji")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void aBodyThatIsNoFormIsNoRequest() {
        given().contentType("application/json")
                .body("{\"grant_type\": \"client_credentials\"}")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        Clients.Program program = clients.may("statistics");
        program.get("/api/v1/totals").then().statusCode(200);

        kampung.run("update client_token set expires_at = now() where client_id = ?", program.id());

        refused(program.get("/api/v1/totals"));
    }

    @Test
    void aMadeUpTokenIsRefused() {
        refused(bearing("eyJhbGciOiJub25lIn0.e30.", "/api/v1/totals"));
    }

    @Test
    void aTokenOfARevokedClientIsRefusedAtTheNextCall() {
        Clients.Program program = clients.may("statistics");
        Officers.Browser admin = officers.a("admin");
        program.get("/api/v1/totals").then().statusCode(200);

        admin.get("/klien/" + program.id() + "/cabut");
        admin.post("/klien/" + program.id() + "/cabut");

        refused(program.get("/api/v1/totals"));
        program.asksForToken("").then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void aScopeThatWasTakenAwayIsGoneFromTokensThatWereGiven() {
        Clients.Program program = clients.may("statistics", "requests");
        program.get("/api/v1/requests").then().statusCode(200);

        kampung.run("update client set scopes = '{statistics}' where id = ?", program.id());

        program.get("/api/v1/requests").then().statusCode(403);
    }

    @Test
    void aSecretThatHasExpiredGetsNoToken() {
        Clients.Program program = clients.may("statistics");

        kampung.run("update client_secret set expires_at = now() where client_id = ?", program.id());

        program.asksForToken("").then().statusCode(401);
    }

    @Test
    void aTokenOpensNoPageForPeople() {
        String token = clients.may("statistics", "requests", "residents.min").token();

        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + token)
                .get("/desa")
                .then()
                .statusCode(303)
                .header("Location", containsString("/masuk"));
    }

    @Test
    void aClientSeesItsAreasOnly() {
        Clients.Program program = clients.mayIn(List.of("35.10.19", LATENG), "statistics");

        program.get("/api/v1/villages")
                .then()
                .body("items.node", hasItems(SRAGI, LATENG))
                .body("items.node", not(hasItems(ELSEWHERE)));
        program.get("/api/v1/villages/" + ELSEWHERE).then().statusCode(404);
        program.get("/api/v1/villages?kecamatan=35.10.16").then().body("items.node", equalTo(List.of(LATENG)));
    }

    @Test
    void tooManyCallsInAMinuteAreRefusedUntilTheNext() {
        Clients.Program program = clients.mayAtMost(3, "statistics");
        Response last = null;
        // the minute of the clock may end in between
        for (int call = 0; call < 7 && (last == null || last.statusCode() == 200); call++) {
            last = program.get("/api/v1/totals");
            last.then().header("RateLimit-Policy", equalTo("\"minute\";q=3;w=60"));
        }

        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", containsString("r=0;t="))
                .body("type", equalTo("urn:smart-kampung:problem:api.rate"));
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void anOfficialIsNotCounted() {
        officers.a("bupati").get("/api/v1/totals").then().statusCode(200).header("RateLimit", equalTo(null));
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("invalid_token"));
    }

    private static Response bearing(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static Response asks(String id, String secret) {
        return given().auth()
                .preemptive()
                .basic(id, secret)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token");
    }
}
