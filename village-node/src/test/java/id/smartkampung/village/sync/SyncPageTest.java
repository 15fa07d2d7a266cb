package id.smartkampung.village.sync;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import id.smartkampung.village.log.ProbeService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SyncPageTest {

    @Inject
    ProbeService probes;

    @Test
    void theOfficerSeesWhatWaitsAndWhatHappenedLast() {
        probes.record("seen");

        asOperator()
                .get("/sinkronisasi")
                .then()
                .statusCode(200)
                .body(containsString("Kiriman ke kabupaten"))
                .body(containsString("Keluarga dicatat atau diubah"));
    }

    @Test
    void theSentenceComesAlone() {
        asOperator()
                .get("/sinkronisasi/kalimat")
                .then()
                .statusCode(200)
                .body(containsString("class=\"sambung"))
                .body(not(containsString("<html")));
    }

    @Test
    void aVillageIsReadyWithoutTopicsOrDistrict() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void theWayToTheDistrictIsMeasured() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("kampung_outbox_waiting"));
    }

    private static RequestSpecification asOperator() {
        Response page = given().get("/masuk");
        String token = page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@value");
        Response login = given().redirects()
                .follow(false)
                .cookies(page.cookies())
                .formParam("csrf-token", token)
                .formParam("nama", "operator")
                .formParam("sandi", "kampung-demo-2026")
                .post("/masuk");
        return given().cookies(login.cookies());
    }
}
