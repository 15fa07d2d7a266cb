package id.smartkampung.model.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/**
 * An event within a control record: everything that its hash covers, and its data, in base64.
 *
 * @param salt in base64; empty like the data when the event was erased
 * @param headerHash in hex, of an event that was erased; null for any other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        String data,
        String headerHash) {

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
        if (headerHash != null) {
            Hash.ofHex(headerHash);
        }
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
                Base64.getEncoder().encodeToString(event.data()),
                event.isErased() ? event.headerHash().hex() : null);
    }

    /** The event as it stood in the log of this node. */
    public Envelope envelope(NodeId node) {
        LogPosition position = new LogPosition(epoch, sequence);
        if (headerHash != null) {
            return Envelope.erased(
                    node,
                    position,
                    id,
                    type,
                    subject,
                    time,
                    Hash.ofHex(prevHash),
                    Hash.ofHex(dataHash),
                    Hash.ofHex(headerHash));
        }
        return new Envelope(
                node,
                position,
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
