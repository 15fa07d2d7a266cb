package id.smartkampung.village.trust;

import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.protocol.HelloKeys;
import id.smartkampung.village.log.LogKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** The key that signs what comes next. */
    public NodeKey current() {
        return read(rotations.current());
    }

    /** The key that signs the head at this position. */
    public NodeKey at(LogPosition position) {
        return read(rotations.at(position));
    }

    /**
     * The keys to say hello with, one after the other until one is answered; see {@link HelloKeys}.
     *
     * @param emptied whether the topic was made anew since we sent
     */
    public List<NodeKey> forHello(LogPosition sent, LogPosition acked, boolean emptied) {
        return HelloKeys.inTurn(position -> file(rotations.at(position)), sent, acked, emptied, held()).stream()
                .map(this::key)
                .toList();
    }

    /** The files of all keys that lie here, the newest first: their names rise with the time of their rotation. */
    private List<Path> held() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> rotated = Files.newDirectoryStream(folder, "node-*.pem")) {
            rotated.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of this server are not listed", e);
        }
        files.sort(Comparator.reverseOrder());
        Path first = folder.resolve(FIRST);
        if (Files.exists(first)) {
            files.add(first);
        }
        return files;
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

    private NodeKey read(Optional<UUID> rotation) {
        return key(file(rotation));
    }

    /**
     * Who lost the file of a rotation signs with the first key, made anew if need be: the district believes it as soon
     * as somebody has registered it again, and not before.
     */
    private Path file(Optional<UUID> rotation) {
        return rotation.map(this::file).filter(Files::exists).orElseGet(() -> folder.resolve(FIRST));
    }

    private NodeKey key(Path file) {
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
