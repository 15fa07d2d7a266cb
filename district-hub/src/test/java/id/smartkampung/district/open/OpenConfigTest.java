package id.smartkampung.district.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenConfigTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        OpenConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OpenConfig.class)
                .build()
                .getConfigMapping(OpenConfig.class);

        assertThat(config.figuresKept()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.standingKept()).isEqualTo(Duration.ofSeconds(10));
    }
}
