package id.smartkampung.district.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookConfigTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        WebhookConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WebhookConfig.class)
                .build()
                .getConfigMapping(WebhookConfig.class);

        assertThat(config.lookEvery()).isEqualTo("1s");
        assertThat(config.senders()).isEqualTo(4);
        assertThat(config.turn()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.ladder()).hasSize(9);
        assertThat(config.restAfter()).isEqualTo(5);
        assertThat(config.longestRest()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.stopAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(config.mostWaiting()).isEqualTo(1000);
        assertThat(config.keyOverlap()).isEqualTo(Duration.ofDays(1));
        assertThat(config.mostOfOne()).isEqualTo(10);
        assertThat(config.keep()).isEqualTo(Duration.ofDays(30));
    }
}
