package id.smartkampung.model.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.request.RequestState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalStepsTest {

    private static final List<Step> STEPS = List.of(
            new Step(RequestState.SUBMITTED, Instant.parse("2026-06-30T01:02:03.123456Z")),
            new Step(RequestState.IN_REVIEW, Instant.parse("2026-06-30T01:05:00Z")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"state\":\"SUBMITTED\",\"at\":\"2026-06-30T01:02:03.123456Z\"},"
                        + "{\"state\":\"IN_REVIEW\",\"at\":\"2026-06-30T01:05:00Z\"}]",
                "[{\"at\":\"2026-06-30T01:05:00+00:00\",\"state\":\"IN_REVIEW\"},"
                        + "{\"at\":\"2026-06-30T08:02:03.123456+07:00\",\"state\":\"SUBMITTED\"}]"
            })
    void whatADatabaseKeepsIsWhatTheEventSaid(String kept) {
        assertThat(CanonicalSteps.ofJson(kept.getBytes(StandardCharsets.UTF_8))).isEqualTo(CanonicalSteps.bytes(STEPS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{\"state\":\"SUBMITTED\",\"at\":\"2026-06-30T01:02:03.123456Z\"}]",
                "[{\"state\":\"SUBMITTED\",\"at\":\"yesterday\"}]",
                "[{\"state\":null,\"at\":\"2026-06-30T01:05:00Z\"}]",
                "[{\"state\":\"SUBMITTED\"}]",
                "[{\"state\":\"SUBMITTED\",\"at\":\"+999999999-12-31T23:59:59Z\"}]"
            })
    void anythingElseIsSomethingElse(String kept) {
        assertThat(CanonicalSteps.ofJson(kept.getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(CanonicalSteps.bytes(STEPS));
    }
}
