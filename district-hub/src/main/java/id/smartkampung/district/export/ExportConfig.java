package id.smartkampung.district.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the full copies for integrators. */
@ConfigMapping(prefix = "district.export")
interface ExportConfig {

    /** Where the files lie; hubs of one district share it. They hold persons: on a disk of the server, not served. */
    @WithDefault("data/exports")
    Path folder();

    /** A finished copy is deleted after this. */
    @WithDefault("48h")
    Duration keep();

    /** How often it is looked whether one waits; {@code off} where another hub writes them. */
    @WithDefault("2s")
    String lookEvery();

    /** How often the one that is written tells how far it is. */
    @WithDefault("1s")
    Duration tellEvery();

    /** One whose hub has not given a sign of life for so long is taken up by another. */
    @WithDefault("30s")
    Duration takenUpAfter();

    /** So many may wait or run for one owner. */
    @WithDefault("5")
    int mostOfOne();

    /** How often files are deleted that nobody may fetch any more. */
    @WithDefault("5m")
    String cleanEvery();
}
