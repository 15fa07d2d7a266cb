package id.smartkampung.village.sync;

import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.NodeKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The keys with which this server signs; made here at the first need, kept outside the database, and never sent. */
@ApplicationScoped
public class NodeKeys {

    private static final String FILE = "node.pem";

    private final KeyFile file;
    private volatile NodeKey key;

    NodeKeys(SyncConfig config) {
        this.file = new KeyFile(config.keysFolder().resolve(FILE));
    }

    /** The key that signs now. */
    public NodeKey current() {
        NodeKey known = key;
        if (known == null) {
            try {
                known = file.readOrMake();
            } catch (IOException e) {
                throw new UncheckedIOException("the key of this server is neither read nor made", e);
            }
            key = known;
        }
        return known;
    }
}
