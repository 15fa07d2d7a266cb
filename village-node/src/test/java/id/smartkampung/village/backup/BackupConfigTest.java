package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class BackupConfigTest {

    @Test
    void theDefaultsAreThoseOfTheGuide() {
        BackupConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BackupConfig.class)
                .build()
                .getConfigMapping(BackupConfig.class);

        assertThat(config.at()).isEqualTo(LocalTime.of(2, 0));
        assertThat(config.within()).isEqualTo(Duration.ofHours(2));
        assertThat(config.keep()).isEqualTo(7);
        assertThat(config.folder()).isEqualTo(Path.of("data/backup"));
        assertThat(config.lookEvery()).isEqualTo("1m");
        assertThat(config.lettersFor()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.pause()).isEqualTo(Duration.ofMinutes(5));
    }
}
