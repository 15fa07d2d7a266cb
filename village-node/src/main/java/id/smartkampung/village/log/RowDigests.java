package id.smartkampung.village.log;

import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DirtyBuckets;
import id.smartkampung.model.proof.RowHasher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps the digest of every row that leaves, in the transaction of its event and under the lock of the log. */
final class RowDigests {

    private static final String KEEP = """
            with given as materialized (
                select * from unnest(?::text[], ?::int[], ?::uuid[], ?::bytea[]) as g(subject_table, bucket, id, digest)
            ),
            gone as (
                delete from proof_row p using given g
                where g.digest is null
                    and p.subject_table = g.subject_table and p.bucket = g.bucket and p.id = g.id
            ),
            kept as (
                insert into proof_row (subject_table, bucket, id, digest)
                select subject_table, bucket, id, digest from given where digest is not null
                on conflict (subject_table, bucket, id) do update set digest = excluded.digest
            )
            update proof_tree t set dirty = t.dirty | d.mask::bit(256)
            from unnest(?::text[], ?::text[]) as d(subject_table, mask)
            where t.subject_table = d.subject_table
            """;

    private RowDigests() {}

    /** The digest of a row; null in it for one that is gone. */
    record Kept(CanonicalTable table, UUID id, Hash digest) {

        int bucket() {
            return Bucket.of(id);
        }

        private byte[] bytes() {
            return digest == null ? null : digest.bytes();
        }
    }

    /** What to keep of an event; nothing when it is about no row that is compared. */
    static List<Kept> of(List<Pending.Announced> announced) {
        List<Kept> kept = new ArrayList<>(announced.size());
        for (Pending.Announced each : announced) {
            CanonicalTable.find(each.row().table()).ifPresent(table -> {
                boolean stated = CanonicalTable.of(each.event()).isPresent();
                Hash digest = stated ? RowHasher.of(each.event()).digest() : null;
                kept.add(new Kept(table, each.row().id(), digest));
            });
        }
        return kept;
    }

    /** What to keep of events that are in the log already: of each row the last that we understand. */
    static List<Kept> ofLast(List<Envelope> events) {
        Map<Pending.Row, Pending.Announced> last = new LinkedHashMap<>();
        for (Envelope envelope : events) {
            Pending.Row row = Pending.Row.of(envelope.subject());
            read(envelope).ifPresent(event -> last.put(row, new Pending.Announced(row, event)));
        }
        return of(List.copyOf(last.values()));
    }

    /** What a newer program wrote changes no row here, so it changes no digest either. */
    private static Optional<VillageEvent> read(Envelope envelope) {
        try {
            Optional<EventType> type = EventType.ofWireName(envelope.type());
            return type.isPresent() ? Optional.of(EventJson.read(type.get(), envelope.data())) : Optional.empty();
        } catch (EventFormatException e) {
            return Optional.empty();
        }
    }

    static void keep(Connection connection, List<Kept> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, BitSet> dirty = new TreeMap<>();
        rows.forEach(row -> dirty.computeIfAbsent(row.table().table(), table -> new BitSet())
                .set(row.bucket()));
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            rows.stream().map(row -> row.table().table()).toArray()));
            keep.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", rows.stream().map(Kept::bucket).toArray()));
            keep.setArray(
                    3,
                    connection.createArrayOf("uuid", rows.stream().map(Kept::id).toArray()));
            keep.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Kept::bytes).toArray(byte[][]::new)));
            keep.setArray(5, connection.createArrayOf("text", dirty.keySet().toArray()));
            keep.setArray(
                    6,
                    connection.createArrayOf(
                            "text",
                            dirty.values().stream().map(DirtyBuckets::bits).toArray()));
            keep.executeUpdate();
        }
    }
}
