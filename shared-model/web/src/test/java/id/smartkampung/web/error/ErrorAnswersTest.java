package id.smartkampung.web.error;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErrorAnswersTest {

    @Test
    void tellsAProgramInTheFormOfAProblem() {
        given().get("/api/v1/probe/refused")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:smart-kampung:problem:account-exists"))
                .body("status", equalTo(409))
                .body("detail", equalTo("Nama akun itu sudah dipakai. Pilih nama lain."))
                .body("instance", equalTo("/api/v1/probe/refused"));
    }

    @Test
    void pointsAtWhatIsInvalid() {
        given().get("/api/v1/probe/invalid?limit=4")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/limit"))
                .body("errors[0].detail", equalTo("Paling banyak 3."));
    }

    @Test
    void asksAProgramToLogIn() {
        given().get("/api/v1/probe/closed").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void tellsNothingOfTheInsideOfAFailure() {
        Response program = given().get("/api/v1/probe/broken");
        Response person = given().get("/gagal/broken");

        assertThat(program.statusCode()).isEqualTo(person.statusCode()).isEqualTo(500);
        assertThat(program.asString() + person.asString())
                .doesNotContain("351007")
                .doesNotContain("Exception");
        assertThat(person.asString()).contains("Terjadi kesalahan di server").contains("Ke beranda");
    }

    @Test
    void tellsAPersonWhatToDo() {
        Response page = given().get("/gagal/refused");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.asString()).contains("Nama akun itu sudah dipakai.").contains("<title>");
    }

    @Test
    void tellsHtmxOneLine() {
        Response line = given().header("HX-Request", "true").get("/gagal/refused");
        assertThat(line.header("X-Kampung-Galat")).isEqualTo("account-exists");
        assertThat(line.asString()).contains("Nama akun itu sudah dipakai.").doesNotContain("<title>");
    }

    @Test
    void knowsAPageThatIsNotThere() {
        Response page = given().get("/tidak-ada");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString()).contains("Halaman tidak ada");
        given().get("/api/v1/tidak-ada").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void forbidsInlineScriptsAndFrames() {
        given().get("/masuk")
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"));
        assertThat(given().get("/masuk").header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(given().get("/_kampung/kampung.css").header("Content-Security-Policy"))
                .isNotNull();
    }
}
