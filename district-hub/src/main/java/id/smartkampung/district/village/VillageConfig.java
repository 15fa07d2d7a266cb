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

    /** Something that should move and does not for longer than this is shown as stalled. */
    @WithDefault("2m")
    Duration stalledAfter();

    /** A village whose clock is off by more than this is shown so. */
    @WithDefault("10m")
    Duration clockTolerance();

    /** Programs of villages older than this are shown as outdated; none is when it is not given. */
    Optional<String> oldestVersion();
}
