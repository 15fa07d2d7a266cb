package id.smartkampung.model.log;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** An event within a control record: everything that its hash covers, and its data, in base64. */
public record CarriedEvent(
        int epoch,
        long sequence,
        UUID id,
        String type,
        String subject,
        Instant time,
        String prevHash,
        String dataHash,
        String salt,
        String data) {

    public CarriedEvent {
        new LogPosition(epoch, sequence);
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Hash.ofHex(prevHash);
        Hash.ofHex(dataHash);
        Base64.getDecoder().decode(salt);
        Base64.getDecoder().decode(data);
    }

    public static CarriedEvent of(Envelope event) {
        return new CarriedEvent(
                event.position().epoch(),
                event.position().sequence(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.prevHash().hex(),
                event.dataHash().hex(),
                Base64.getEncoder().encodeToString(event.salt()),
                Base64.getEncoder().encodeToString(event.data()));
    }

    /** The event as it stood in the log of this node. */
    public Envelope envelope(NodeId node) {
        return new Envelope(
                node,
                new LogPosition(epoch, sequence),
                id,
                type,
                subject,
                time,
                Hash.ofHex(prevHash),
                Hash.ofHex(dataHash),
                Base64.getDecoder().decode(salt),
                Base64.getDecoder().decode(data));
    }
}
