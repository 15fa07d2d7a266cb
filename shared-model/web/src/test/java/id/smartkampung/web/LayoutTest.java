package id.smartkampung.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LayoutTest {

    @Test
    void writesValuesTheIndonesianWay() {
        assertThat(page())
                .contains("351007•••••••••• · ISLAM · 21 April 1972 · 21-04-1972 · 10.42 WIB"
                        + " · 21 November 2026, 10.42 WIB · 7 · 1.791.789 · –");
    }

    @Test
    void escapesWhatWasTyped() {
        assertThat(page()).contains("value=\"Siti &lt;b&gt;\"").doesNotContain("Siti <b>");
    }

    @Test
    void saysWhatIsWrongBesideTheField() {
        assertThat(page()).contains("aria-invalid=\"true\"").contains("Harus diisi.");
    }

    @Test
    void marksTheChoiceThatWasMade() {
        assertThat(page()).contains("<option value=\"1\" selected>ISLAM</option>");
    }

    @Test
    void namesTheProgramAroundEveryPage() {
        assertThat(page()).contains("Desa Uji").contains("Kecamatan Uji").contains("<title>Uji – Desa Uji</title>");
    }

    @Test
    void servesItsOwnStylesheetAndLibraries() {
        for (String path : new String[] {
            "/_kampung/kampung.css",
            "/_kampung/kampung.js",
            "/webjars/tabler__core/dist/css/tabler.min.css",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/_static/echarts/dist/echarts.min.js"
        }) {
            given().get(path).then().statusCode(200);
        }
    }

    private static String page() {
        return given().get("/probe").then().statusCode(200).extract().asString();
    }
}
