package id.smartkampung.village.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.village.trust.PrivateFile;
import id.smartkampung.village.trust.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the district is that this server has joined, so that it can renew its credential there. */
@ApplicationScoped
class JoinedHub {

    private static final String FILE = "hub.json";

    private final Path file;
    private final ObjectMapper json;

    JoinedHub(SyncConfig config, ObjectMapper json) {
        this.file = config.keysFolder().resolve(FILE);
        this.json = json;
    }

    /**
     * The place.
     *
     * @param certificate SHA-256 of the hub's certificate in hex, null for one on the same machine without TLS
     */
    record Place(String address, String certificate) {}

    void remember(Place place) {
        try {
            PrivateFile.write(file, json.writeValueAsBytes(place));
        } catch (IOException e) {
            throw new UncheckedIOException("the address of the hub is not kept: " + file, e);
        }
    }

    Optional<Place> place() {
        try {
            return PrivateFile.exists(file)
                    ? Optional.of(json.readValue(PrivateFile.read(file), Place.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the address of the hub cannot be read: " + file, e);
        }
    }
}
