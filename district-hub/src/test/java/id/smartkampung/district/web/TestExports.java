package id.smartkampung.district.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Orders full copies as an integrator does, and fetches them. */
public final class TestExports {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private TestExports() {}

    public static Response order(String client, Map<String, ?> order) {
        return TestClients.asks(client)
                .contentType(ContentType.JSON)
                .body(order)
                .post("/api/v1/exports");
    }

    /** Orders and waits until it has come to its end. */
    public static JsonPath made(String client, Map<String, ?> order) {
        Response asked = order(client, order);
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
        return ended(client, asked.header("Content-Location"));
    }

    public static JsonPath ended(String client, String place) {
        await().atMost(PATIENCE).until(() -> TestClients.asks(client).get(place).statusCode() == OK);
        return TestClients.asks(client).get(place).jsonPath();
    }

    /** The lines of one of its files, after its hash was compared. */
    public static List<String> lines(String client, JsonPath export, int file) {
        byte[] bytes = TestClients.asks(client)
                .get(export.getString("files[" + file + "].href"))
                .asByteArray();
        assertThat(sha256(bytes)).isEqualTo(export.getString("files[" + file + "].sha256"));
        return lines(bytes);
    }

    public static List<String> lines(byte[] compressed) {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
