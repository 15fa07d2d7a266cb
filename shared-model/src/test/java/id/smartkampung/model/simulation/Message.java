package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.HeadSignature;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record as it lies on the broker: an event with its headers, or a word. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(Map<String, byte[]> headers, byte[] value, Word word) {

    /** What is said beside the log; signed in truth, so that nobody else can say it. */
    sealed interface Word {

        record Said(Control control) implements Word {}

        /** Signed with this key. */
        record Hello(long nonce, List<LogHead> anchors, String fingerprint, String key) implements Word {}

        record Welcome(long nonce, LogHead applied, LogHead common, boolean frozen, boolean untold) implements Word {}

        /** A restored village asks for what it lost. */
        record TailWanted(long nonce, LogHead after) implements Word {}

        record Tail(long nonce, LogHead after, List<Envelope> events) implements Word {}

        /** A village asks for what it left behind a fork and has not told anew. */
        record UntoldWanted(long nonce) implements Word {}

        record Given(long nonce, List<Envelope> events) implements Word {}
    }

    static Message of(Envelope event, HeadSignature signature) {
        Map<String, byte[]> headers = new LinkedHashMap<>(Attributes.write(event));
        if (signature != null) {
            headers.put(Attributes.KEY_ID, signature.keyId().getBytes(StandardCharsets.UTF_8));
            headers.put(Attributes.SIGNATURE, signature.value().getBytes(StandardCharsets.UTF_8));
        }
        return new Message(headers, event.data(), null);
    }

    static Message of(Word word) {
        return new Message(Map.of(), new byte[0], word);
    }

    boolean isEvent() {
        return word == null;
    }

    /** The same with one bit changed on the way. */
    Message damaged(World world) {
        if (!isEvent() || world.chance(0.5)) {
            byte[] data = value.clone();
            if (data.length > 0) {
                data[world.below(data.length)] ^= (byte) (1 << world.below(7));
            }
            return new Message(headers, data, word);
        }
        Map<String, byte[]> changed = new LinkedHashMap<>(headers);
        String name = world.anyOf(headers.keySet().stream().toList());
        byte[] header = headers.get(name).clone();
        header[world.below(header.length)] ^= (byte) (1 << world.below(7));
        changed.put(name, header);
        return new Message(changed, value, null);
    }
}
