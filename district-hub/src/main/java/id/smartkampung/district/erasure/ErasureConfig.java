package id.smartkampung.district.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What is written down of erasures outside the database. */
@ConfigMapping(prefix = "district.erasure")
public interface ErasureConfig {

    /** The journal of erasures, a file beside the keys and in no backup of the database. */
    @WithDefault("keys/erasures")
    Path journal();
}
