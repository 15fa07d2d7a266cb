package id.smartkampung.district.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Lines;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LivePageTest {

    private static final String MINE = "35.10.07.2001";
    private static final String OTHERS = "35.10.06.2001";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    @TestHTTPResource("/langsung")
    URI live;

    @BeforeEach
    void villagesHaveJoined() {
        kampung.joins(MINE, "Wringinagung");
        kampung.joins(OTHERS, "Tampo");
    }

    @Test
    void tellsAnOpenPageWhichVillageChanged() throws IOException {
        List<String> heard = listen(officers.a("bupati"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            changes(OTHERS);
            assertThat(heard).anyMatch(line -> line.startsWith("data:") && line.contains(OTHERS));
        });
    }

    @Test
    void tellsACamatNothingOfOtherKecamatan() throws IOException {
        List<String> heard = listen(officers.aCamatOf("35.10.07"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            changes(OTHERS);
            changes(MINE);
            assertThat(heard).anyMatch(line -> line.contains(MINE));
        });
        assertThat(heard).noneMatch(line -> line.contains(OTHERS));
    }

    private void changes(String node) {
        kampung.run("select pg_notify('kampung_hub', ?)", node);
    }

    private List<String> listen(Browser browser) throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(live)
                .header(
                        "Cookie",
                        browser.cookies().entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .build();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(heard)))
                .exceptionally(ended -> null);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).anyMatch(line -> line.contains("langsung")));
        return heard;
    }
}
