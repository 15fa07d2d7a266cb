package id.smartkampung.district.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.smartkampung.district.web.TestClients;
import id.smartkampung.model.log.LogPosition;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedCursorTest {

    private static final String CLIENT = TestClients.client("dinas", "requests", "35.95");
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @Inject
    FeedSecret secret;

    @Inject
    Clock clock;

    @Test
    void comesBackAsItWasAndFitsIntoAnAddressForAWholeRegency() {
        FeedCursor cursor = new FeedCursor(NOW, places(850));

        String text = cursor.text(secret.value());

        assertThat(FeedCursor.read(text, secret.value())).contains(cursor);
        assertThat(text).hasSizeLessThan(16_000).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isRefusedWithAnyByteChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(new FeedCursor(NOW, places(3)).text(secret.value()));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            bytes[i] ^= 1;

            assertThat(FeedCursor.read(changed, secret.value())).isEmpty();
        }
    }

    @Test
    void isRefusedWhenItComesFromElsewhere() {
        String foreign = new FeedCursor(NOW, places(3)).text(new byte[32]);

        asked(foreign).statusCode(400).body("type", equalTo("urn:smart-kampung:problem:api.cursor"));
    }

    @Test
    void thatIsTooOldNamesTheWayToAnExport() {
        Instant before = clock.instant().minus(Duration.ofDays(91));

        asked(new FeedCursor(before, new TreeMap<>()).text(secret.value()))
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:smart-kampung:problem:api.cursor-expired"))
                .body("detail", containsString("/api/v1/exports"));
        asked(new FeedCursor(before.plus(Duration.ofDays(2)), new TreeMap<>()).text(secret.value()))
                .statusCode(200);
    }

    private static ValidatableResponse asked(String cursor) {
        return TestClients.asks(CLIENT)
                .queryParam("after", cursor)
                .get("/api/v1/changes")
                .then();
    }

    private static SortedMap<String, Place> places(int villages) {
        Random random = new Random(7);
        SortedMap<String, Place> places = new TreeMap<>();
        for (int i = 0; i < villages; i++) {
            LogPosition position = new LogPosition(1 + random.nextInt(3), random.nextInt(2_000_000));
            places.put("35.10.%02d.%d".formatted(i / 9, 2000 + i % 9), new Place(position, random.nextInt(4)));
        }
        return places;
    }
}
