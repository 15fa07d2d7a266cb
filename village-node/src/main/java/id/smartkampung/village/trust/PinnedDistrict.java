package id.smartkampung.village.trust;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.VerifyKey;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the district that this server believes: that of today and the next one. They come with the enrolment or
 * the settings, never with what is to be believed.
 */
@ApplicationScoped
public class PinnedDistrict {

    private static final String FILE = "district.keys";

    private final Path file;
    private final List<VerifyKey> configured;
    private volatile List<VerifyKey> keys;

    public PinnedDistrict(SyncConfig config) {
        this.file = config.keysFolder().resolve(FILE);
        this.configured = config.districtKeys().orElse(List.of()).stream()
                .map(VerifyKey::ofBase64)
                .toList();
    }

    /** From now on these are believed and no others; they stand in the keys folder. */
    public synchronized void pin(List<VerifyKey> pinned) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(FILE + ".tmp");
            Files.write(draft, pinned.stream().map(VerifyKey::base64).toList(), StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the district are not kept", e);
        }
        keys = List.copyOf(pinned);
        Log.infof("the keys of the district are %s", pinned);
    }

    /** Those that were pinned last; before anything was, those of the settings. */
    public List<VerifyKey> keys() {
        List<VerifyKey> known = keys;
        if (known == null) {
            known = read();
            keys = known;
        }
        return known;
    }

    /** Whether a control record was signed with one of them. */
    public boolean signed(String kind, byte[] body, String keyId, String signature) {
        return find(keyId).filter(key -> key.signed(kind, body, signature)).isPresent();
    }

    /** Whether a head of the log of commands was signed with one of them. */
    public boolean signed(LogHead head, String keyId, String signature) {
        return find(keyId).filter(key -> key.signed(head, signature)).isPresent();
    }

    private Optional<VerifyKey> find(String keyId) {
        return keys().stream().filter(known -> known.id().equals(keyId)).findFirst();
    }

    private List<VerifyKey> read() {
        if (!Files.exists(file)) {
            return configured;
        }
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(VerifyKey::ofBase64)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the district are not read", e);
        }
    }
}
