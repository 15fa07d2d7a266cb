package id.smartkampung.district.open;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what anybody may read: however many ask, the database is asked once in a while. */
@ConfigMapping(prefix = "district.open")
interface OpenConfig {

    /** How long figures are told as they were read. */
    @WithDefault("10m")
    Duration figuresKept();

    /** The same of how the hub stands. */
    @WithDefault("10s")
    Duration standingKept();
}
