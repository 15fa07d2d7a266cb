package id.smartkampung.district.outbox;

import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The key with which this hub signs what it says, and the one that comes after it. Both are made here at the first
 * need; villages pin both, so that the next one is believed on the day it is needed.
 */
@ApplicationScoped
public class HubKeys {

    private static final String CURRENT = "hub.pem";
    private static final String NEXT = "hub-next.pem";

    private final OutboxConfig config;
    private NodeKey current;
    private NodeKey next;

    HubKeys(OutboxConfig config) {
        this.config = config;
    }

    /** What a village must believe: the key of today, and the next one. */
    public List<VerifyKey> toPin() {
        read();
        return List.of(current.verifyKey(), next.verifyKey());
    }

    /** The key that signs what this hub says today. */
    public synchronized NodeKey current() {
        read();
        return current;
    }

    private synchronized void read() {
        if (current != null) {
            return;
        }
        try {
            next = new KeyFile(config.keysFolder().resolve(NEXT)).readOrMake();
            current = new KeyFile(config.keysFolder().resolve(CURRENT)).readOrMake();
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of this hub are neither read nor made", e);
        }
    }
}
