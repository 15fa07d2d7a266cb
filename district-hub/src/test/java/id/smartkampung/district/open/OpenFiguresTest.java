package id.smartkampung.district.open;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.web.time.Wib;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anybody is told without a key. */
@QuarkusTest
class OpenFiguresTest {

    private static final String LICIN = "35.10.24";
    private static final String GUMUK = "35.10.24.2001";
    private static final String JELUN = "35.10.24.2002";
    private static final String INDICATORS = "/api/v1/open/indicators";

    @Inject
    Kampung kampung;

    @Inject
    Clock clock;

    private YearMonth last;

    /** 101 men of 20 in one desa at the end of the month, 3 in another. */
    @BeforeEach
    void aMonthHasEnded() {
        last = YearMonth.from(Wib.dateOf(clock.instant())).minusMonths(1);
        men(GUMUK, "Gumuk", 101);
        men(JELUN, "Jelun", 3);
    }

    @AfterEach
    void theyLeave() {
        kampung.leaves(GUMUK);
        kampung.leaves(JELUN);
    }

    @Test
    void numbersAreRoundedAndThoseBelowFiveSuppressed() {
        figures("people")
                .statusCode(200)
                .body("monthEnd", equalTo(last.atEndOfMonth().toString()))
                .body("items.find { it.kode == '" + GUMUK + "' }.value", equalTo(100))
                .body("items.find { it.kode == '" + GUMUK + "' }.suppressed", equalTo(false))
                .body("items.find { it.kode == '" + JELUN + "' }.value", nullValue())
                .body("items.find { it.kode == '" + JELUN + "' }.suppressed", equalTo(true))
                .body("items.find { it.kode == '" + LICIN + "' }.value", equalTo(105))
                .body("items.find { it.kode == '" + LICIN + "' }.villages", equalTo(2));
    }

    @Test
    void aRatioOfFewIsSuppressedToo() {
        figures("working-age").body("items.find { it.kode == '" + JELUN + "' }.suppressed", equalTo(true));
        figures("elderly-share").body("items.find { it.kode == '" + GUMUK + "' }.suppressed", equalTo(true));
    }

    @Test
    void whatIsCountedNowIsToldToNobodyHere() {
        kampung.run("insert into population values (?, 'age', array_fill(7, array[240]))", GUMUK);

        figures("people").body("items.find { it.kode == '" + GUMUK + "' }.value", equalTo(100));
    }

    @Test
    void whatHappensMeanwhileIsToldToNobodyHere() {
        given().get(INDICATORS).then().body("items.indicator", not(hasItem("births")));
        for (String indicator : List.of("births", "birth-rate", "infant-mortality", "net-migration", "growth")) {
            figures(indicator).statusCode(404);
        }
    }

    @Test
    void eachIndicatorIsExplainedAndCanBeRead() {
        for (String indicator : given().get(INDICATORS).jsonPath().getList("items.indicator", String.class)) {
            figures(indicator).statusCode(200);
        }
        given().get(INDICATORS)
                .then()
                .body("items.name", hasItem("Rasio jenis kelamin"))
                .body("items.formula", hasItem("laki-laki / perempuan × 100"));
        figures("shoe-size").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void anybodysPageMayReadItAndCachesKeepIt() {
        String tag = given().header("Origin", "https://data.example")
                .get(INDICATORS + "/people")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cache-Control", equalTo("public, max-age=3600"))
                .header("Set-Cookie", nullValue())
                .header("Vary", not(containsString("Cookie")))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get(INDICATORS + "/people")
                .then()
                .statusCode(304)
                .header("Set-Cookie", nullValue())
                .header("Cache-Control", equalTo("public, max-age=3600"));
        assertThat(given().get("/api/v1/areas").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private void men(String node, String name, int amount) {
        kampung.joins(node, name);
        kampung.run(
                "insert into population_month values (?, ?, 'age', array_fill(0, array[240]))", last.atDay(1), node);
        // men of 20: see Population for the place
        kampung.run("update population_month set amounts[65] = ? where node = ? and trait = 'age'", amount, node);
    }

    private static ValidatableResponse figures(String indicator) {
        return given().get(INDICATORS + "/" + indicator).then();
    }
}
