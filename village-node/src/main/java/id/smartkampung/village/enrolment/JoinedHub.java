package id.smartkampung.village.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.file.PrivateFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the district is that this server has joined, so that it can renew its credential there. */
@ApplicationScoped
public class JoinedHub {

    private static final String FILE = "hub.json";

    private final Path file;
    private final ObjectMapper json;

    public JoinedHub(SyncConfig config, ObjectMapper json) {
        this.file = config.keysFolder().resolve(FILE);
        this.json = json;
    }

    /**
     * The place.
     *
     * @param certificate SHA-256 of the hub's certificate in hex, null for one on the same machine without TLS
     * @param told by which certificates it is known since it has said so, instead of that one; none before
     */
    public record Place(String address, String certificate, List<String> told) {

        public Place {
            told = told == null ? List.of() : List.copyOf(told);
        }

        /** One that was joined just now. */
        public Place(String address, String certificate) {
            this(address, certificate, List.of());
        }

        public URI uri() {
            return URI.create(address);
        }

        /** Speaks with nobody else than the hub that was joined. */
        public HttpClient client() {
            return trust().client();
        }

        PinnedTrust trust() {
            return new PinnedTrust(hash -> told.isEmpty() ? hash.hex().equals(certificate) : told.contains(hash.hex()));
        }

        Place knownBy(List<String> certificates) {
            return new Place(address, certificate, certificates);
        }
    }

    void remember(Place place) {
        try {
            PrivateFile.write(file, json.writeValueAsBytes(place));
        } catch (IOException e) {
            throw new UncheckedIOException("the address of the hub is not kept: " + file, e);
        }
    }

    public Optional<Place> place() {
        try {
            return PrivateFile.exists(file)
                    ? Optional.of(json.readValue(PrivateFile.read(file), Place.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the address of the hub cannot be read: " + file, e);
        }
    }
}
