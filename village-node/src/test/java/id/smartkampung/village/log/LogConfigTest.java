package id.smartkampung.village.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogConfigTest {

    @Test
    void payloadsAreKeptAMonthAfterTheyWereApplied() {
        LogConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LogConfig.class)
                .build()
                .getConfigMapping(LogConfig.class);

        assertThat(config.keepPayloads()).isEqualTo(Duration.ofDays(30));
    }
}
