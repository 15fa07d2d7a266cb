package id.smartkampung.district.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PopulationConfigTest {

    @Test
    void aNewDayIsSeenWithinAMinute() {
        PopulationConfig defaults = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PopulationConfig.class)
                .build()
                .getConfigMapping(PopulationConfig.class);

        assertThat(defaults.lookEvery()).isEqualTo(Duration.ofMinutes(1));
    }
}
