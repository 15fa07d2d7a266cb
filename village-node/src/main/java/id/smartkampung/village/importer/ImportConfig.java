package id.smartkampung.village.importer;

import id.smartkampung.village.importer.sheet.SheetLimits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How files of other systems are taken in. */
@ConfigMapping(prefix = "village.import")
interface ImportConfig {

    /** Where uploaded files wait until they are in; never below anything that is served. */
    @WithDefault("data/import")
    Path folder();

    /** A larger file is refused with a sentence; the largest desa needs a tenth of it. */
    @WithDefault("50M")
    MemorySize maxFileSize();

    /** Rows that come in with one transaction. */
    @WithDefault("250")
    int chunkRows();

    /** How soon a run that was interrupted goes on. */
    @WithDefault("10s")
    String resumeEvery();

    default SheetLimits limits() {
        return SheetLimits.ofFileBytes(maxFileSize().asLongValue());
    }
}
