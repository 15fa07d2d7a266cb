package id.smartkampung.district.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProofConfigTest {

    @Test
    void allRowsAreReadEverySixHoursAndAtNight() {
        ProofConfig defaults = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProofConfig.class)
                .build()
                .getConfigMapping(ProofConfig.class);

        assertThat(defaults.wholeEvery()).isEqualTo(Duration.ofHours(6));
        assertThat(defaults.scrubAt()).isEqualTo("0 40 2 * * ?");
    }
}
