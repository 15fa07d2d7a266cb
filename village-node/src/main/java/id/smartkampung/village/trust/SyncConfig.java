package id.smartkampung.village.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the log of this village is carried to the district. */
@ConfigMapping(prefix = "village.sync")
public interface SyncConfig {

    /** Off where a program only works on the database, such as the import command beside a running server. */
    @WithDefault("true")
    boolean enabled();

    /** The safety net under the wake-up after each commit. */
    @WithDefault("2s")
    Duration relayEvery();

    /** Events sent before their acknowledgements are awaited and marked. */
    @WithDefault("500")
    int batchSize();

    /** How often the end of the log is announced when nothing happens. */
    @WithDefault("10m")
    Duration headEvery();

    /** How long to wait for the answer to a hello before it is said again; before that nothing is sent. */
    @WithDefault("10s")
    Duration helloAgainAfter();

    /** How long a line may be silent before it counts as cut. */
    @WithDefault("15s")
    Duration lineTimeout();

    /** The longest pause between two attempts to reach a broker that is away. */
    @WithDefault("5s")
    Duration retryAtMost();

    /** Where the key of this server lies, and those of the district; not in a folder that is served or shared. */
    @WithDefault("keys")
    Path keysFolder();

    /** Keys of the district in base64, believed until an enrolment brings others. */
    Optional<List<String>> districtKeys();
}
