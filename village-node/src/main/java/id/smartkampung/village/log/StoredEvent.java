package id.smartkampung.village.log;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;

/**
 * An event as it lies in the outbox.
 *
 * @param envelope with empty data when its payload was pruned
 * @param hash the hash that was stored with it
 * @param before the hash that was stored with the event before it, or null when that is missing
 */
public record StoredEvent(Envelope envelope, Hash hash, Hash before) {

    /** Whether nothing has changed on the disk since it was numbered. What is broken is not sent. */
    public boolean isIntact() {
        return (envelope.isSkeleton() || envelope.dataIsIntact())
                && envelope.hash().equals(hash)
                && envelope.prevHash().equals(before);
    }
}
