package id.smartkampung.village.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SyncConfigTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        SyncConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SyncConfig.class)
                .build()
                .getConfigMapping(SyncConfig.class);

        assertThat(config.relayEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.batchSize()).isEqualTo(500);
        assertThat(config.headEvery()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.lineTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.retryAtMost()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.helloAgainAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.keysFolder()).isEqualTo(Path.of("keys"));
        assertThat(config.districtKeys()).isEmpty();
    }
}
