package id.smartkampung.web.verify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterCode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerifyPageTest {

    private final LetterCode code = LetterCode.random(new SecureRandom());

    @Test
    void anybodyMayAskAndWhoAsksTooOftenWaits() {
        Response first = given().get("/v/" + code);
        int last = IntStream.range(0, VerifyBrake.QUESTIONS)
                .map(i -> given().get("/v/" + code).statusCode())
                .reduce(0, (before, status) -> status);

        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.asString()).contains("Surat ini tidak dikenal");
        assertThat(last).isEqualTo(429);
    }

    @Test
    void whatIsNoCodeIsNotLookedUp() {
        assertThat(given().get("/v?kode=U").statusCode()).isEqualTo(422);
        assertThat(given().get("/v").asString()).contains("Kode di bawah QR");
    }

    @Test
    void aFileThatCanBeNoLetterIsRefusedBeforeItIsRead() {
        byte[] large = new byte[21 << 20];

        assertThat(given().multiPart("berkas", "besar.pdf", large, "application/pdf")
                        .post("/v/" + code + "/berkas")
                        .statusCode())
                .isEqualTo(413);
    }
}
