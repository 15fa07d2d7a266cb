package id.smartkampung.model.simulation.proof;

import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEvent.BucketListingWanted;
import id.smartkampung.model.event.DistrictEvent.CheckpointWanted;
import id.smartkampung.model.event.DistrictEvent.RowsWanted;
import id.smartkampung.model.event.DistrictEvent.SnapshotWanted;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.model.proof.RowHasher;
import id.smartkampung.model.simulation.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A village in which people work, and that says and does what it is asked for. */
final class ProofVillage implements DistrictEvent.Visitor<Void> {

    private static final String FAMILY = CanonicalTable.FAMILY.table();

    private final World world;
    final List<VillageEvent> log = new ArrayList<>();
    private final Map<UUID, FamilyRecorded> rows = new TreeMap<>(RowDigest.BY_BYTES);
    private final Map<Integer, Map<UUID, FamilyRecorded>> held = new HashMap<>();
    LogHead obeyed = LogHead.start(new NodeId("3510010001"));

    ProofVillage(World world) {
        this.world = world;
    }

    /** Somebody enters, changes or removes a family. */
    void work() {
        List<UUID> ids = List.copyOf(rows.keySet());
        int kind = world.below(10);
        if (kind < 5 || ids.size() < 3) {
            record(id());
        } else if (kind < 9) {
            record(world.anyOf(ids));
        } else {
            UUID id = world.anyOf(ids);
            rows.remove(id);
            log.add(new FamilyRemoved(id));
        }
    }

    private void record(UUID id) {
        FamilyRecorded row = new FamilyRecorded(id, null, "Jl. " + world.below(1_000), "Krajan", null, null);
        rows.put(id, row);
        log.add(row);
    }

    void checkpoint(Reason reason) {
        checkpoint(reason, List.of());
    }

    /** The rows at a place at which something was said of them. */
    Map<UUID, FamilyRecorded> heldAt(int place) {
        return held.get(place);
    }

    Map<UUID, FamilyRecorded> rows() {
        return rows;
    }

    /** A command that arrives, perhaps not for the first time, perhaps before another. */
    void hear(Envelope command) {
        Verdict verdict = Receiver.judge(obeyed, command, position -> Optional.empty());
        if (verdict != Verdict.ACCEPT) {
            return;
        }
        try {
            EventJson.read(DistrictEventType.ofWireName(command.type()).orElseThrow(), command.data())
                    .accept(this);
        } catch (EventFormatException e) {
            throw new AssertionError(e);
        }
        obeyed = command.head();
    }

    @Override
    public Void on(CheckpointWanted command) {
        checkpoint(Reason.WANTED, command.bucketsOf());
        return null;
    }

    @Override
    public Void on(BucketListingWanted command) {
        List<BucketListed.Row> listed = digests().stream()
                .filter(row -> command.buckets().contains(row.bucket()))
                .map(row -> new BucketListed.Row(
                        row.id(),
                        Base64.getEncoder().encodeToString(row.digest().bytes())))
                .toList();
        say(new BucketListed(id(), DigestTree.VERSION, FAMILY, command.buckets(), listed));
        return null;
    }

    @Override
    public Void on(RowsWanted command) {
        chunk(
                null,
                command.ids().stream().filter(rows::containsKey).map(rows::get).toList(),
                command.ids().stream().filter(id -> !rows.containsKey(id)).toList());
        checkpoint(Reason.REPAIR);
        return null;
    }

    @Override
    public Void on(SnapshotWanted command) {
        for (int bucket = 0; bucket < Bucket.NUMBER; bucket++) {
            int wanted = bucket;
            chunk(
                    bucket,
                    rows.values().stream()
                            .filter(row -> Bucket.of(row.familyId()) == wanted)
                            .toList(),
                    List.of());
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

    private void chunk(Integer bucket, List<FamilyRecorded> sent, List<UUID> absent) {
        log.add(new SnapshotChunk(
                id(), null, FAMILY, bucket, List.of(), sent, List.of(), absent, List.of(), List.of()));
    }

    private void checkpoint(Reason reason, List<String> bucketsOf) {
        DigestTree tree = DigestTree.of(CanonicalTable.FAMILY, digests());
        String buckets = bucketsOf.isEmpty() ? null : Base64.getEncoder().encodeToString(tree.shortBytes());
        CheckpointTaken.Table table =
                new CheckpointTaken.Table(FAMILY, tree.count(), tree.root().hex(), buckets);
        say(new CheckpointTaken(id(), DigestTree.VERSION, reason, List.of(table), null, null));
    }

    private void say(VillageEvent word) {
        held.put(log.size(), Map.copyOf(rows));
        log.add(word);
    }

    private List<RowDigest> digests() {
        return rows.values().stream().map(RowHasher::of).toList();
    }

    private UUID id() {
        return new UUID(world.bits(), world.bits());
    }
}
