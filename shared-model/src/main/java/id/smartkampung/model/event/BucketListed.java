package id.smartkampung.model.event;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The digests of all rows in some buckets of a table at exactly this place of the log, asked for by the district.
 *
 * @param buckets which, from 0 to 255
 * @param rows in the order of their keys
 */
public record BucketListed(UUID listingId, int digestVersion, String table, List<Integer> buckets, List<Row> rows)
        implements VillageEvent {

    /** One row: its key and the SHA-256 of its fields, base64. */
    public record Row(UUID id, String digest) {

        public Row {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(digest, "digest");
        }
    }

    public BucketListed {
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(table, "table");
        buckets = List.copyOf(buckets);
        rows = List.copyOf(rows);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.LISTING, listingId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
