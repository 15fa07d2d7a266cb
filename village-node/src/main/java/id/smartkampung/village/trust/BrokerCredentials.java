package id.smartkampung.village.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.web.file.PrivateFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What this server got from the district when it joined, kept in the keys folder and nowhere else. */
@ApplicationScoped
public class BrokerCredentials {

    private static final String FILE = "broker.json";

    private final Path file;
    private final ObjectMapper json;

    private Optional<EnrolmentAnswer> known;
    private volatile int changes;

    public BrokerCredentials(SyncConfig config, ObjectMapper json) {
        this.file = config.keysFolder().resolve(FILE);
        this.json = json;
    }

    /** From now on this is used; connections made with the one before are given up. */
    public synchronized void keep(EnrolmentAnswer credential) {
        try {
            PrivateFile.write(file, json.writeValueAsBytes(credential));
        } catch (IOException e) {
            throw new UncheckedIOException("the credential is not kept: " + file, e);
        }
        known = Optional.of(credential);
        changes++;
    }

    /** Empty until this server has joined. */
    public synchronized Optional<EnrolmentAnswer> current() {
        if (known == null) {
            try {
                known = PrivateFile.exists(file)
                        ? Optional.of(json.readValue(PrivateFile.read(file), EnrolmentAnswer.class))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("the credential cannot be read: " + file, e);
            }
        }
        return known;
    }

    /** Moves with each new credential. */
    public int changes() {
        return changes;
    }
}
