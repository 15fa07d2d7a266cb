package id.smartkampung.village.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.log.LogPosition;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckpointDueTest {

    private static final Instant LAST = Instant.parse("2026-11-21T01:00:00Z");
    private static final LogPosition AT_10 = new LogPosition(1, 10);

    private static final ProofConfig DEFAULTS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ProofConfig.class)
            .build()
            .getConfigMapping(ProofConfig.class);

    private final CheckpointDue due = new CheckpointDue(DEFAULTS, 0);

    @Test
    void theDefaultsAreThoseOfTheConfigurationTable() {
        assertThat(DEFAULTS.lookEvery()).isEqualTo("5s");
        assertThat(DEFAULTS.checkpointEvery()).isEqualTo(Duration.ofHours(1));
        assertThat(DEFAULTS.checkpointAtLeastEvery()).isEqualTo(Duration.ofHours(24));
        assertThat(DEFAULTS.checkpointAfterEvents()).isEqualTo(1000);
        assertThat(DEFAULTS.scrubAt()).isEqualTo("0 20 1 * * ?");
    }

    @Test
    void anEmptyLogIsNotProven() {
        assertThat(due.reason(LogPosition.START, null, null, LAST)).isEmpty();
    }

    @Test
    void theFirstOneIsTakenAtOnce() {
        assertThat(due.reason(AT_10, null, null, LAST)).contains(Reason.EVENTS);
    }

    @Test
    void nothingIsDueWithinTheHour() {
        assertThat(due.reason(new LogPosition(1, 11), AT_10, LAST, LAST.plus(Duration.ofMinutes(59))))
                .isEmpty();
    }

    @Test
    void aChangeIsProvenWithinTheHour() {
        assertThat(due.reason(new LogPosition(1, 11), AT_10, LAST, LAST.plus(Duration.ofHours(1))))
                .contains(Reason.HOURLY);
    }

    @Test
    void withoutAChangeTheDayPasses() {
        assertThat(due.reason(AT_10, AT_10, LAST, LAST.plus(Duration.ofHours(23))))
                .isEmpty();
        assertThat(due.reason(AT_10, AT_10, LAST, LAST.plus(Duration.ofHours(24))))
                .contains(Reason.DAILY);
    }

    @Test
    void aThousandChangesAreProvenAtOnce() {
        assertThat(due.reason(new LogPosition(1, 1010), AT_10, LAST, LAST)).contains(Reason.EVENTS);
    }

    @Test
    void aNewEpochIsProvenAtOnce() {
        assertThat(due.reason(new LogPosition(2, 11), AT_10, LAST, LAST)).contains(Reason.EVENTS);
    }

    @Test
    void aClockThatWasSetBackDoesNotSilenceTheVillage() {
        assertThat(due.reason(new LogPosition(1, 11), AT_10, LAST, LAST.minus(Duration.ofDays(20000))))
                .contains(Reason.HOURLY);
    }

    @Test
    void aServerThatSpeaksEarlySpeaksATenthEarlier() {
        CheckpointDue early = new CheckpointDue(DEFAULTS, -1);

        assertThat(early.reason(new LogPosition(1, 11), AT_10, LAST, LAST.plus(Duration.ofMinutes(54))))
                .contains(Reason.HOURLY);
    }
}
