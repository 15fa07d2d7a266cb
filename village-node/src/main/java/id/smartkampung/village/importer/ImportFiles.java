package id.smartkampung.village.importer;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** The uploaded files under names of our own, until they are in or thrown away. */
@ApplicationScoped
class ImportFiles {

    private final ImportConfig config;

    ImportFiles(ImportConfig config) {
        this.config = config;
    }

    Path of(UUID run) {
        return config.folder().toAbsolutePath().resolve(run + ".upload");
    }

    void keep(UUID run, Path uploaded) {
        try {
            Files.createDirectories(of(run).getParent());
            Files.copy(uploaded, of(run), StandardCopyOption.REPLACE_EXISTING);
            readableByOwnerOnly(of(run));
        } catch (IOException e) {
            throw new ImportStoreException("the file of run " + run + " cannot be stored", e);
        }
    }

    void delete(UUID run) {
        try {
            Files.deleteIfExists(of(run));
        } catch (IOException e) {
            // Nothing is lost but space; the name of the run leads to the file.
            Log.warnf(e, "the file of import run %s cannot be deleted", run);
        }
    }

    private static void readableByOwnerOnly(Path file) {
        boolean set = file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true);
        if (!set) {
            Log.debug("this file system knows no owners");
        }
    }
}
