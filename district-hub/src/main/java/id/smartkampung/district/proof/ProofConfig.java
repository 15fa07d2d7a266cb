package id.smartkampung.district.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the rows of the villages are held against what the villages say. */
@ConfigMapping(prefix = "district.proof")
interface ProofConfig {

    /** A proof from all rows, and not only from those written since, when the last one is older than this. */
    @WithDefault("6h")
    Duration wholeEvery();

    /** When the kept digests of all villages are held against their rows, as a cron expression; {@code off} for never. */
    @WithDefault("0 40 2 * * ?")
    String scrubAt();
}
