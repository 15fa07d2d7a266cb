package id.smartkampung.village.trust;

import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.log.LogKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys with which this server signs: made here, kept outside the database, and never sent.
 *
 * <p>Which of them signs a head is told by its position: old events that are sent again are signed as they were.
 */
@ApplicationScoped
public class NodeKeys {

    private static final String FIRST = "node.pem";

    private final LogKeys rotations;
    private final Path folder;
    private final Map<Path, NodeKey> known = new ConcurrentHashMap<>();

    NodeKeys(LogKeys rotations, SyncConfig config) {
        this.rotations = rotations;
        this.folder = config.keysFolder();
    }

    /** The key that signs what comes next, and words that stand at no position. */
    public NodeKey current() {
        return read(rotations.current());
    }

    /** The key that signs the head at this position. */
    public NodeKey at(LogPosition position) {
        return read(rotations.at(position));
    }

    /** Makes the key of a rotation. */
    NodeKey make(UUID rotation) {
        Path file = file(rotation);
        try {
            NodeKey made = NodeKey.generate();
            new KeyFile(file).write(made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("no new key was made", e);
        }
    }

    /**
     * Who lost the file of a rotation signs with the first key, made anew if need be: the district believes it as soon
     * as somebody has registered it again, and not before.
     */
    private NodeKey read(Optional<UUID> rotation) {
        Path file = rotation.map(this::file).filter(Files::exists).orElseGet(() -> folder.resolve(FIRST));
        return known.computeIfAbsent(file, kept -> {
            try {
                return new KeyFile(kept).readOrMake();
            } catch (IOException e) {
                throw new UncheckedIOException("the key of this server is neither read nor made", e);
            }
        });
    }

    private Path file(UUID rotation) {
        return folder.resolve("node-" + rotation + ".pem");
    }
}
