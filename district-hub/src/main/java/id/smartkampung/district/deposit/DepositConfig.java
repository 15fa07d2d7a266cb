package id.smartkampung.district.deposit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the backups that villages leave here. */
@ConfigMapping(prefix = "district.deposit")
interface DepositConfig {

    /** Where the files lie; hubs of one district share it, and it is copied away like any other data. */
    @WithDefault("data/deposits")
    Path folder();

    /** So many are kept of each village; older ones are deleted. */
    @WithDefault("3")
    int keep();

    /** A larger one is refused. */
    @WithDefault("512M")
    MemorySize largest();

    /** A larger letter is refused. */
    @WithDefault("32M")
    MemorySize largestLetter();
}
