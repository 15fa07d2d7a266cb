package id.smartkampung.district.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DepositConfigTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        DepositConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DepositConfig.class)
                .build()
                .getConfigMapping(DepositConfig.class);

        assertThat(config.folder()).isEqualTo(Path.of("data/deposits"));
        assertThat(config.keep()).isEqualTo(3);
        assertThat(config.largest().asLongValue()).isEqualTo(512L * 1024 * 1024);
        assertThat(config.largestLetter().asLongValue()).isEqualTo(32L * 1024 * 1024);
    }
}
