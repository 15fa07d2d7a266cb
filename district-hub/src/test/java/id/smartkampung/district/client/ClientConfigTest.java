package id.smartkampung.district.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientConfigTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        ClientConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ClientConfig.class)
                .build()
                .getConfigMapping(ClientConfig.class);

        assertThat(config.tokenValidity()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.secretValidity()).isEqualTo(Duration.ofDays(180));
        assertThat(config.secretOverlap()).isEqualTo(Duration.ofDays(7));
        assertThat(config.assertionValidity()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.address()).isEmpty();
    }
}
