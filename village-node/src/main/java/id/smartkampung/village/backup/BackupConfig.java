package id.smartkampung.village.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;

/** Settings of the nightly backup. */
@ConfigMapping(prefix = "village.backup")
interface BackupConfig {

    /** From when on a backup is made each day (WIB); a server that was off then makes it when it is on again. */
    @WithDefault("02:00")
    LocalTime at();

    /** The villages of a district are spread over so long, each always at the same moment. */
    @WithDefault("2h")
    Duration within();

    /** So many are kept on this machine. */
    @WithDefault("7")
    int keep();

    /** Where they lie; not in a folder that is served or shared. */
    @WithDefault("data/backup")
    Path folder();

    /** How often it is looked whether one is due or waits to be deposited; {@code off} in tests. */
    @WithDefault("1m")
    String lookEvery();

    /** So long at each look letters go to the district or come from there: the line is for the log first. */
    @WithDefault("20s")
    Duration lettersFor();

    /** How long to wait after a deposit that did not come through; doubles up to six hours. */
    @WithDefault("5m")
    Duration pause();
}
