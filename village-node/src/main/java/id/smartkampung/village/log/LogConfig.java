package id.smartkampung.village.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the log of this village is kept. */
@ConfigMapping(prefix = "village.log")
public interface LogConfig {

    /** How long payloads are kept after the district has applied them. */
    @WithDefault("30d")
    Duration keepPayloads();
}
