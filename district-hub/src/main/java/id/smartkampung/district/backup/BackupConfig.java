package id.smartkampung.district.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the backups of this hub. */
@ConfigMapping(prefix = "district.backup")
interface BackupConfig {

    /** Public half of a key that lies elsewhere: this machine can then lock backups, and open none. */
    Optional<String> recipient();

    /** Without a recipient the key lies here, made with the first backup. */
    @WithDefault("${district.outbox.keys-folder:keys}")
    Path keysFolder();
}
