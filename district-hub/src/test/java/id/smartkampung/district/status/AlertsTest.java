package id.smartkampung.district.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.web.Kampung;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert on a figure that does not exist never rings. */
@QuarkusTest
class AlertsTest {

    private static final Pattern SERIES = Pattern.compile("kampung_[a-z_]+");
    private static final Pattern STATE = Pattern.compile("state=\"([A-Z_]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ +expr: (.*)$");

    @Inject
    Kampung kampung;

    private String rules;

    @BeforeEach
    void read() throws IOException {
        rules = Files.readString(Path.of("../deploy/monitoring/alerts.yml"));
        kampung.joins("35.10.08.2001", "Parijatah Wetan");
    }

    @Test
    void everySeriesOfTheRulesIsMeasured() {
        Set<String> wanted = found(SERIES).map(MatchResult::group).collect(Collectors.toSet());

        assertThat(wanted).hasSizeGreaterThan(8);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String metrics = given().get("/q/metrics").asString();
            assertThat(wanted).allSatisfy(series -> assertThat(metrics).containsPattern("(?m)^" + series + "[ {]"));
        });
    }

    @Test
    void everyStateOfTheRulesIsAState() {
        assertThat(found(STATE).map(state -> state.group(1)))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(VillageState.values()).map(Enum::name).toList());
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return EXPRESSION
                .matcher(rules)
                .results()
                .flatMap(expression -> pattern.matcher(expression.group(1)).results());
    }
}
