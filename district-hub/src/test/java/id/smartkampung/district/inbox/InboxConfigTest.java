package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InboxConfigTest {

    private final InboxConfig defaults = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(InboxConfig.class)
            .build()
            .getConfigMapping(InboxConfig.class);

    @Test
    void theDefaultsAreThoseOfTheConfigurationTable() {
        assertThat(defaults.enabled()).isTrue();
        assertThat(defaults.workers()).isEqualTo(2);
        assertThat(defaults.group()).isEqualTo("district-hub");
        assertThat(defaults.batchSize()).isEqualTo(5000);
        assertThat(defaults.waitingEvents()).isEqualTo(10_000);
        assertThat(defaults.waitingBytes().asLongValue()).isEqualTo(8L << 20);
        assertThat(defaults.newTopicsWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(defaults.pollTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(defaults.fetchWait()).isEqualTo(Duration.ofMillis(30));
        assertThat(defaults.lockPatience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.retryAfter()).isEqualTo(Duration.ofMillis(200));
        assertThat(defaults.headPatience()).isEqualTo(Duration.ofSeconds(3));
        assertThat(defaults.lookAgainEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.breakerParked()).isEqualTo(50);
        assertThat(defaults.breakerWindow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(defaults.breakerPercent()).isEqualTo(1);
        assertThat(defaults.breakerEvents()).isEqualTo(5000);
        assertThat(defaults.breakerVillages()).isEqualTo(3);
    }
}
