package id.smartkampung.district.village;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the registry of village servers. */
@ConfigMapping(prefix = "district.village")
public interface VillageConfig {

    /** Node ids to register at start, each a kode desa or {@code node=kode desa}. */
    Optional<List<String>> nodes();

    /** A village that was silent for longer than this is shown as offline; it says something every ten minutes. */
    @WithDefault("25m")
    Duration offlineAfter();
}
