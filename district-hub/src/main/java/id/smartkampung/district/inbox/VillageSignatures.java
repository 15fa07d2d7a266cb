package id.smartkampung.district.inbox;

import id.smartkampung.district.trust.KnownKey;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.HeadCheck;
import id.smartkampung.model.protocol.HeadSignature;
import id.smartkampung.model.protocol.Trust;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what one village sent in one turn against the keys it is known by. */
final class VillageSignatures implements HeadCheck {

    private final List<KnownKey> keys;

    VillageSignatures(List<KnownKey> keys) {
        this.keys = new ArrayList<>(keys);
    }

    @Override
    public boolean changesKeys(Envelope event) {
        return event.type().equals(EventType.KEY_ROTATED_V1.wireName());
    }

    /** A rotation takes effect at once: what follows in the same turn is signed with the new key. */
    @Override
    public void changeKeys(Envelope event) {
        try {
            KeyRotated rotated = (KeyRotated) EventJson.read(EventType.KEY_ROTATED_V1, event.data());
            LogPosition from = event.position().next();
            VerifyKey key = VerifyKey.ofBase64(rotated.publicKey());
            keys.replaceAll(known -> known.endedAt(from));
            keys.removeIf(known -> known.key().equals(key));
            keys.add(new KnownKey(key, from, null, false));
        } catch (EventFormatException | IllegalArgumentException e) {
            // It is parked with its reason, and nobody is believed on its strength.
            Log.warnf("the new key of village %s at %s is none", event.node(), event.position());
        }
    }

    @Override
    public Trust check(LogHead head, Optional<HeadSignature> signature) {
        if (signature.isEmpty()) {
            return Trust.UNSIGNED;
        }
        KnownKey known = find(signature.get());
        if (known == null) {
            return Trust.UNKNOWN_KEY;
        }
        if (!known.isValidAt(head.position())) {
            return Trust.REVOKED_KEY;
        }
        return known.key().signed(head, signature.get().value()) ? Trust.VALID : Trust.BAD_SIGNATURE;
    }

    /** A word stands at no position: only a key that counts today may sign it. */
    @Override
    public Trust check(Arrival.Written word) {
        if (word.signature().isEmpty()) {
            return Trust.UNSIGNED;
        }
        HeadSignature signature = word.signature().get();
        KnownKey known = find(signature);
        if (known == null) {
            return Trust.UNKNOWN_KEY;
        }
        if (!known.isCurrent()) {
            return Trust.REVOKED_KEY;
        }
        return known.key().signed(word.kind(), word.body(), signature.value()) ? Trust.VALID : Trust.BAD_SIGNATURE;
    }

    private KnownKey find(HeadSignature signature) {
        return keys.stream()
                .filter(known -> known.key().id().equals(signature.keyId()))
                .findFirst()
                .orElse(null);
    }
}
