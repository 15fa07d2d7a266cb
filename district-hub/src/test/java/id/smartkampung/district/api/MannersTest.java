package id.smartkampung.district.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import id.smartkampung.district.client.Clients;
import id.smartkampung.district.web.Kampung;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer of the interface has, whatever it is about. */
@QuarkusTest
class MannersTest {

    private static final String SRAGI = "35.10.19.2003";
    private static final String REQUESTS = "/api/v1/requests?village=" + SRAGI;

    @Inject
    Clients clients;

    @Inject
    Kampung kampung;

    private Clients.Program program;

    @BeforeEach
    void aVillageHasARequest() {
        kampung.joins(SRAGI, "Sragi");
        kampung.asks(SRAGI, "26-0001", "SUBMITTED", Instant.parse("2026-11-20T05:00:00Z"));
        program = clients.may(Scopes.ALL.toArray(String[]::new));
    }

    @Test
    void saysNothingNewToWhoHasItAlready() {
        Response first = program.get(REQUESTS);
        String tag = first.header("ETag");

        assertThat(tag).startsWith("W/\"");
        Response again =
                program.asks().header("If-None-Match", "\"lain\", " + tag).get(REQUESTS);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void tellsAgainWhatHasChanged() {
        String tag = program.get(REQUESTS).header("ETag");

        kampung.run("update request set state = 'READY' where node = ?", SRAGI);

        program.asks().header("If-None-Match", tag).get(REQUESTS).then().statusCode(200);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        program.get(REQUESTS + "&fields=number,state")
                .then()
                .statusCode(200)
                .body("items[0]", equalTo(Map.of("number", "26-0001", "state", "SUBMITTED")));
        program.get("/api/v1/villages/" + SRAGI + "?fields=node").then().body("", equalTo(Map.of("node", SRAGI)));
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        program.get("/api/v1/requests?limit=many&state=LOST&from=yesterday&cursor=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Link", equalTo("</masalah/api.parameter>; rel=\"help\""))
                .body("type", equalTo("urn:smart-kampung:problem:api.parameter"))
                .body("errors.pointer", equalTo(List.of("/limit", "/state", "/from", "/cursor")));
    }

    @Test
    void refusesAFieldThatIsNone() {
        program.get(REQUESTS + "&fields=number,applicant")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/fields")));
    }

    @Test
    void saysHowFarTheDataAre() {
        kampung.run(
                "insert into proof (node, epoch, sequence, proven_at) values (?, 1, 118, '2026-11-20T05:00:00Z')",
                SRAGI);

        program.get(REQUESTS)
                .then()
                .body("asOf[0].node", equalTo(SRAGI))
                .body("asOf[0].epoch", equalTo(1))
                .body("asOf[0].sequence", equalTo(120))
                .body("asOf[0].provenSequence", equalTo(118))
                .body("asOf[0].provenAt", equalTo("2026-11-20T05:00:00Z"));
        program.get("/api/v1/villages/" + SRAGI)
                .then()
                .body("epoch", equalTo(1))
                .body("provenSequence", equalTo(118));
    }

    @Test
    void keepsTheNameThatACallerGaveItsCall() {
        program.asks()
                .header("X-Request-Id", "bansos-42")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get(REQUESTS)
                .then()
                .header("X-Request-Id", equalTo("bansos-42"))
                .header("traceresponse", startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-"))
                .header("traceresponse", not(containsString("00f067aa0ba902b7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3510194403870001", "dua kata", "<script>"})
    void namesACallItselfWhereTheNameIsNoneToWriteDown(String name) {
        program.asks()
                .header("X-Request-Id", name)
                .get(REQUESTS)
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void namesTheCallOfAStrangerToo() {
        given().get("/api/v1/villages")
                .then()
                .statusCode(401)
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void compressesForWhoCanReadIt() {
        program.asks()
                .header("Accept-Encoding", "gzip")
                .get("/api/v1/areas")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void leavesPagesUncompressed() {
        given().header("Accept-Encoding", "gzip")
                .get("/masuk")
                .then()
                .statusCode(200)
                .header("Content-Encoding", not(equalTo("gzip")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.parameter", "api.cursor", "api.purpose", "api.rate", "401", "403", "404", "500"})
    void explainsEachProblemOnAPage(String code) {
        given().get("/masalah/" + code)
                .then()
                .statusCode(200)
                .body(containsString("Yang dilakukan"))
                .body(not(containsString("problem." + code)));
    }

    @Test
    void leadsThroughAllAreasByPages() {
        String next = "/api/v1/areas?limit=100&level=DESA";
        int seen = 0;
        while (next != null) {
            Response page = program.get(next);
            seen += page.<List<?>>path("items").size();
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf("/api/"), link.indexOf('>'));
        }

        assertThat(seen).isEqualTo(217);
    }

    @Test
    void refusesToChangeAnythingForABrowserThatSendsNoForm() {
        given().contentType("application/json")
                .body("{}")
                .post("/keluar")
                .then()
                .statusCode(400);
    }
}
