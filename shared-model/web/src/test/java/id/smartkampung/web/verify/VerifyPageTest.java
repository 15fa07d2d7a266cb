package id.smartkampung.web.verify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterCode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
    void aFileThatCanBeNoLetterIsRefusedBeforeItIsSent() throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            line.getOutputStream()
                    .write(("POST /v/" + code + "/berkas HTTP/1.1\r\nHost: uji\r\nContent-Length: 22000000\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }
}
