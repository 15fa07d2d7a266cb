package id.smartkampung.district.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LadderTest {

    private final WebhookConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WebhookConfig.class)
            .build()
            .getConfigMapping(WebhookConfig.class);

    private final Ladder ladder = new Ladder(config.ladder());

    @Test
    void aMessageIsTriedTenTimesWithinThreeDaysAndSome() {
        Duration all = Duration.ZERO;
        int attempts = 1;
        while (ladder.after(attempts, 0.5).isPresent()) {
            all = all.plus(ladder.after(attempts, 0.5).get());
            attempts++;
        }

        assertThat(attempts).isEqualTo(10);
        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void thoseWhoFailedTogetherDoNotComeTogether() {
        assertThat(ladder.after(2, 0)).contains(Duration.ofMinutes(4));
        assertThat(ladder.after(2, 1)).contains(Duration.ofMinutes(6));
    }

    @Test
    void anAddressThatFailsOftenIsLeftAloneForLongerAndLonger() {
        Duration longest = Duration.ofMinutes(5);

        assertThat(Ladder.rest(4, 5, longest)).isZero();
        assertThat(Ladder.rest(5, 5, longest)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Ladder.rest(7, 5, longest)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Ladder.rest(500, 5, longest)).isEqualTo(longest);
    }
}
