package id.smartkampung.village.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When this village says what it holds, so that the district can prove that it holds the same. */
@ConfigMapping(prefix = "village.proof")
interface ProofConfig {

    /** How often it is looked whether a checkpoint is due, or a part of a snapshot; {@code off} for never. */
    @WithDefault("5s")
    String lookEvery();

    /** A checkpoint is taken so long after the last one when something changed; a tenth earlier or later. */
    @WithDefault("1h")
    Duration checkpointEvery();

    /** A checkpoint is taken so long after the last one in any case; a tenth earlier or later. */
    @WithDefault("24h")
    Duration checkpointAtLeastEvery();

    /** A checkpoint is taken after so many changes. */
    @WithDefault("1000")
    int checkpointAfterEvents();

    /** When the digests are held against the rows themselves, as a cron expression; {@code off} for never. */
    @WithDefault("0 20 1 * * ?")
    String scrubAt();
}
