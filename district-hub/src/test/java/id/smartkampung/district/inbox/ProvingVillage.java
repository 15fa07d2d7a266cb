package id.smartkampung.district.inbox;

import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEvent.BucketListingWanted;
import id.smartkampung.model.event.DistrictEvent.CheckpointWanted;
import id.smartkampung.model.event.DistrictEvent.RowsWanted;
import id.smartkampung.model.event.DistrictEvent.SnapshotWanted;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.model.proof.RowHasher;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A village that knows what it holds, says so, and does what it is asked for; computed from its own events. */
final class ProvingVillage implements DistrictEvent.Visitor<Void> {

    private final SimulatedVillage log;
    private final Map<CanonicalTable, Map<UUID, VillageEvent>> rows = new TreeMap<>();
    private int delivered;

    ProvingVillage(SimulatedVillage log) {
        this.log = log;
        for (CanonicalTable table : CanonicalTable.values()) {
            rows.put(table, new TreeMap<>(RowDigest.BY_BYTES));
        }
    }

    SimulatedVillage log() {
        return log;
    }

    ProvingVillage records(VillageEvent... events) {
        for (VillageEvent event : events) {
            log.records(event);
            if (event instanceof ResidentRemoved || event instanceof ResidentErased || event instanceof FamilyRemoved) {
                rows.values().forEach(table -> table.remove(event.subject().id()));
            } else {
                CanonicalTable.of(event)
                        .ifPresent(table -> rows.get(table).put(event.subject().id(), event));
            }
        }
        return this;
    }

    Collection<VillageEvent> rows(CanonicalTable table) {
        return rows.get(table).values();
    }

    DigestTree tree(CanonicalTable table) {
        return DigestTree.of(table, digests(rows.get(table).values()));
    }

    ProvingVillage checkpoint(Reason reason) {
        return checkpoint(reason, List.of());
    }

    ProvingVillage checkpoint(Reason reason, List<String> bucketsOf) {
        List<CheckpointTaken.Table> tables = new ArrayList<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            DigestTree tree = tree(table);
            String buckets =
                    bucketsOf.contains(table.table()) ? Base64.getEncoder().encodeToString(tree.shortBytes()) : null;
            tables.add(new CheckpointTaken.Table(
                    table.table(), tree.count(), tree.root().hex(), buckets));
        }
        log.records(new CheckpointTaken(UUID.randomUUID(), DigestTree.VERSION, reason, tables, null, null));
        return this;
    }

    /** The events that were not yet handed over. */
    List<Envelope> undelivered() {
        List<Envelope> events = log.eventsFrom(delivered + 1);
        delivered += events.size();
        return events;
    }

    @Override
    public Void on(CheckpointWanted command) {
        checkpoint(Reason.WANTED, command.bucketsOf());
        return null;
    }

    @Override
    public Void on(BucketListingWanted command) {
        CanonicalTable table = CanonicalTable.find(command.table()).orElseThrow();
        List<BucketListed.Row> listed = digests(rows.get(table).values()).stream()
                .filter(row -> command.buckets().contains(row.bucket()))
                .map(row -> new BucketListed.Row(
                        row.id(),
                        Base64.getEncoder().encodeToString(row.digest().bytes())))
                .toList();
        log.records(
                new BucketListed(UUID.randomUUID(), DigestTree.VERSION, command.table(), command.buckets(), listed));
        return null;
    }

    @Override
    public Void on(RowsWanted command) {
        CanonicalTable table = CanonicalTable.find(command.table()).orElseThrow();
        Map<UUID, VillageEvent> held = rows.get(table);
        chunk(
                table,
                null,
                command.ids().stream().filter(held::containsKey).map(held::get).toList(),
                command.ids().stream().filter(id -> !held.containsKey(id)).toList());
        checkpoint(Reason.REPAIR);
        return null;
    }

    @Override
    public Void on(SnapshotWanted command) {
        for (String name : command.tables()) {
            CanonicalTable table = CanonicalTable.find(name).orElseThrow();
            for (int bucket = 0; bucket < Bucket.NUMBER; bucket++) {
                int wanted = bucket;
                chunk(
                        table,
                        bucket,
                        rows.get(table).entrySet().stream()
                                .filter(row -> Bucket.of(row.getKey()) == wanted)
                                .map(Map.Entry::getValue)
                                .toList(),
                        List.of());
            }
        }
        checkpoint(Reason.REPAIR);
        return null;
    }

    @Override
    public Void on(DistrictEvent.SignerCertified command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.SignersRevoked command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.CertificatesTold command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.RequestMade command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.RequestWithdrawn command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.RequestHandedOut command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.LetterFileWanted command) {
        return null;
    }

    @Override
    public Void on(DistrictEvent.ErasureAsked command) {
        return null;
    }

    @Override
    public Void on(HandoverWanted command) {
        return null;
    }

    @Override
    public Void on(HouseholdGiven command) {
        return null;
    }

    private void chunk(CanonicalTable table, Integer bucket, List<VillageEvent> sent, List<UUID> absent) {
        log.records(new SnapshotChunk(
                UUID.randomUUID(),
                null,
                table.table(),
                bucket,
                of(ResidentRecorded.class, sent),
                of(FamilyRecorded.class, sent),
                of(RequestRecorded.class, sent),
                absent,
                of(MutationRecorded.class, sent),
                of(LetterRecorded.class, sent)));
    }

    private static <E extends VillageEvent> List<E> of(Class<E> type, List<VillageEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<RowDigest> digests(Collection<VillageEvent> events) {
        return events.stream().map(RowHasher::of).toList();
    }
}
