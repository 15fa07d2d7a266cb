package id.smartkampung.model.event;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the village holds at exactly this place of its log, so that the district can prove that it holds the same.
 *
 * @param digestVersion of rows, buckets and roots
 * @param signature of the village over the statement of a certificate, base64; null from a node that has no key
 * @param keyId the key that made it
 */
public record CheckpointTaken(
        UUID checkpointId, int digestVersion, Reason reason, List<Table> tables, String keyId, String signature)
        implements VillageEvent {

    /** Why it was taken. */
    public enum Reason {
        /** Something changed within the hour. */
        HOURLY,
        /** Once a day, changed or not. */
        DAILY,
        /** So many events since the last one. */
        EVENTS,
        /** The district asked for it. */
        WANTED,
        /** Rows were sent again just before. */
        REPAIR
    }

    /**
     * One table.
     *
     * @param root SHA-256 over its buckets, hexadecimal
     * @param buckets the first eight bytes of the digest of each bucket, base64; only when the district asked for them
     */
    public record Table(String table, int count, String root, String buckets) {

        public Table {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(root, "root");
        }
    }

    public CheckpointTaken {
        Objects.requireNonNull(checkpointId, "checkpointId");
        Objects.requireNonNull(reason, "reason");
        tables = List.copyOf(tables);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.CHECKPOINT, checkpointId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
