package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.protocol.HeadCheck;
import id.smartkampung.model.protocol.HeadSignature;
import id.smartkampung.model.protocol.Trust;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The keys of one village as the hub knows them. A signature here is the hash it signs behind the name of its key: who
 * may sign with which key is what is simulated, not the arithmetic.
 */
final class Keyring implements HeadCheck {

    private final Map<String, LogPosition> validTo;

    private static final LogPosition ALWAYS = new LogPosition(Integer.MAX_VALUE, Long.MAX_VALUE);

    Keyring(String first) {
        validTo = new TreeMap<>(Map.of(first, ALWAYS));
    }

    private Keyring(Map<String, LogPosition> keys) {
        validTo = new TreeMap<>(keys);
    }

    Keyring copy() {
        return new Keyring(validTo);
    }

    static HeadSignature sign(String key, LogHead head) {
        return new HeadSignature(key, key + head.hash().hex());
    }

    void register(String key) {
        validTo.put(key, ALWAYS);
    }

    void revokeAfter(LogPosition position, String key) {
        validTo.put(key, position);
    }

    @Override
    public Trust check(LogHead head, Optional<HeadSignature> signature) {
        if (signature.isEmpty()) {
            return Trust.UNSIGNED;
        }
        String key = signature.get().keyId();
        if (!validTo.containsKey(key)) {
            return Trust.UNKNOWN_KEY;
        }
        if (!sign(key, head).equals(signature.get())) {
            return Trust.BAD_SIGNATURE;
        }
        return head.position().compareTo(validTo.get(key)) > 0 ? Trust.REVOKED_KEY : Trust.VALID;
    }

    /** Whether it may sign words, which stand at no position. */
    boolean isCurrent(String key) {
        return ALWAYS.equals(validTo.get(key));
    }

    @Override
    public boolean changesKeys(Envelope event) {
        return Op.isKeyChange(event.subject());
    }

    /** A change of keys is signed with the old key, and the new one is valid from the next event on. */
    @Override
    public void changeKeys(Envelope event) {
        Op op = Op.read(event.data());
        revokeAfter(event.position(), op.oldKey());
        register(op.newKey());
    }
}
