package id.smartkampung.district.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiTest {

    private static final String SONGGON = "35.10.19";
    private static final String SRAGI = "35.10.19.2003";
    private static final String ELSEWHERE = "35.10.06.2004";
    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    private Browser camat;
    private Browser dukcapil;

    @BeforeEach
    void villagesHaveJoined() {
        camat = officers.aCamatOf(SONGGON);
        dukcapil = officers.a("dukcapil");
        kampung.joins(SRAGI, "Sragi");
        kampung.joins(ELSEWHERE, "Tamanagung");
        kampung.counts(SRAGI, "people", "F", 97);
        kampung.counts(ELSEWHERE, "people", "M", 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/villages", "/api/v1/totals", "/api/v1/requests", "/api/v1/residents"})
    void answersAStrangerWithAProblemAndNoRedirect(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401));
    }

    @Test
    void givesACamatTheOwnKecamatanOnly() {
        camat.get("/api/v1/villages").then().statusCode(200).body("items.node", equalTo(List.of(SRAGI)));
        camat.get("/api/v1/villages?kecamatan=35.10.06").then().body("items", hasSize(0));
        camat.get("/api/v1/villages/" + ELSEWHERE).then().statusCode(404).contentType("application/problem+json");
        camat.get("/api/v1/totals").then().body("items[0].people", equalTo(97));
        camat.get("/api/v1/totals/kecamatan").then().body("items.kode", equalTo(List.of(SONGGON)));
        camat.get("/api/v1/totals/villages").then().body("items.kode", not(hasItem(ELSEWHERE)));
    }

    @Test
    void pagesThroughRequestsWithoutMissingOrDoublingWhileNewOnesCome() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // some at the same moment, so that the order must go on by id
            expected.add("26-000" + i);
            kampung.asks(SRAGI, "26-000" + i, "SUBMITTED", NOON.plusSeconds(i / 3));
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = camat.get("/api/v1/requests?limit=2&cursor=" + next);
            seen.addAll(page.jsonPath().getList("items.number"));
            next = page.jsonPath().getString("next");
            kampung.asks(SRAGI, "26-9999", "SUBMITTED", NOON.plusSeconds(3600));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void leadsToTheNextPageByALinkHeader() {
        kampung.asks(SRAGI, "26-0001", "SUBMITTED", NOON);
        kampung.asks(SRAGI, "26-0002", "READY", NOON.minusSeconds(60));

        Response first = camat.get("/api/v1/requests?limit=1");
        String link = first.header("Link");
        String address = link.substring(link.indexOf("/api/"), link.indexOf('>'));

        assertThat(link).endsWith("rel=\"next\"");
        camat.get(address).then().body("items.number", equalTo(List.of("26-0002")));
    }

    @Test
    void filtersRequestsByStateAndDay() {
        kampung.asks(SRAGI, "26-0001", "SUBMITTED", NOON);
        kampung.asks(SRAGI, "26-0002", "READY", NOON.minusSeconds(86_400));

        camat.get("/api/v1/requests?state=READY").then().body("items.number", equalTo(List.of("26-0002")));
        camat.get("/api/v1/requests?from=2026-11-20&until=2026-11-20")
                .then()
                .body("items.number", equalTo(List.of("26-0001")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/requests?state=NONSENSE",
                "/api/v1/requests?from=yesterday",
                "/api/v1/requests?limit=0",
                "/api/v1/requests?limit=100000",
                "/api/v1/requests?cursor=bm9uc2Vuc2U",
                "/api/v1/requests?cursor=!",
                "/api/v1/villages?state=x"
            })
    void refusesWhatItCannotReadByAProblem(String path) {
        camat.get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:smart-kampung:problem:api."));
    }

    @Test
    void masksResidentsAndRecordsThatTheyWereRead() {
        kampung.registers(SRAGI, "3510194403870001", "Siti Karangan");

        Response answer = dukcapil.get("/api/v1/residents?village=" + SRAGI);

        JsonPath json = answer.jsonPath();
        assertThat(json.getString("items[0].maskedNik")).isEqualTo("351019••••••••••");
        assertThat(json.getInt("items[0].birthYear")).isEqualTo(1987);
        assertThat(answer.asString()).doesNotContain("4403870001").doesNotContain("1987-03-04");
    }

    @Test
    void saysHowAVillageStands() {
        kampung.run("update log_cursor set head_sequence = 134 where node = ?", SRAGI);

        camat.get("/api/v1/villages/" + SRAGI)
                .then()
                .body("state", equalTo("CATCHING_UP"))
                .body("lag", equalTo(14))
                .body("complete", equalTo(false))
                .body("people", equalTo(97));
    }
}
