package id.smartkampung.village.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How long the log of this village is kept. */
@ConfigMapping(prefix = "village.log")
public interface LogConfig {

    /** How long payloads are kept after the district has applied them. */
    @WithDefault("30d")
    Duration keepPayloads();

    /** The journal of erasures, a file beside the keys and in no backup of the database. */
    @WithDefault("keys/erasures")
    Path erasures();

    /** How often erasures are looked for that a restored log does not tell of. */
    @WithDefault("1m")
    String tellErasuresEvery();
}
