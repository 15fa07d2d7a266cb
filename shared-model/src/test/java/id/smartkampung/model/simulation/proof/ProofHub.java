package id.smartkampung.model.simulation.proof;

import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.DirtyBuckets;
import id.smartkampung.model.proof.Repair;
import id.smartkampung.model.proof.Repair.Finding;
import id.smartkampung.model.proof.RowDifferences;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.model.proof.RowHasher;
import id.smartkampung.model.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The district: applies, compares with what it holds, asks; and knows by the oracle when it found the wrong thing. */
final class ProofHub {

    private final World world;
    private final ProofParts parts;
    private final ProofVillage village;

    /** The rows as they lie here; anybody may change them behind the program. */
    final Map<UUID, FamilyRecorded> table = new TreeMap<>(RowDigest.BY_BYTES);

    private final Map<UUID, RowDigest> told = new TreeMap<>(RowDigest.BY_BYTES);
    private final Map<UUID, List<VillageEvent>> parked = new HashMap<>();

    /** For the oracle: which rows were not the village's when exactly what stands before a place was applied. */
    private final Map<Integer, Set<UUID>> truth = new HashMap<>();

    private DigestTree kept = DigestTree.empty(CanonicalTable.FAMILY);
    private BitSet dirty = DirtyBuckets.all();
    private int applied;

    final List<Envelope> asked = new ArrayList<>();
    private LogHead end;
    Repair repair;

    /** What the last comparison of all rows came to. */
    Finding last;

    boolean parks;

    ProofHub(World world, ProofParts parts, ProofVillage village) {
        this.world = world;
        this.parts = parts;
        this.village = village;
        this.end = village.obeyed;
    }

    /** Takes a batch of what has arrived. */
    void turn(int arrived) {
        int to = Math.min(arrived, applied + 1 + world.below(8));
        List<Integer> compared = new ArrayList<>();
        for (; applied < to; applied++) {
            VillageEvent event = village.log.get(applied);
            if (event instanceof CheckpointTaken || event instanceof BucketListed) {
                compared.add(applied);
                truth.put(applied, wrong(village.heldAt(applied)));
                if (parts.cutsBatches()) {
                    compare(compared);
                }
            } else {
                apply(event);
            }
        }
        compare(compared);
    }

    boolean isAtEnd() {
        return applied == village.log.size();
    }

    /** A person asks; what hangs or was given up begins anew. */
    void ask() {
        repair = null;
        last = null;
        append(new DistrictEvent.CheckpointWanted(id(), List.of()));
    }

    /** What was parked is applied in its order, after somebody has mended why. */
    void release() {
        Map<UUID, List<VillageEvent>> waited = new TreeMap<>(RowDigest.BY_BYTES);
        waited.putAll(parked);
        parked.clear();
        waited.values().forEach(events -> events.forEach(this::apply));
    }

    private void apply(VillageEvent event) {
        if (event instanceof SnapshotChunk chunk) {
            replace(chunk);
            return;
        }
        UUID id = event.subject().id();
        if (parked.containsKey(id) || (parks && world.chance(0.02))) {
            parked.computeIfAbsent(id, it -> new ArrayList<>()).add(event);
            return;
        }
        if (event instanceof FamilyRecorded row) {
            put(row);
        } else {
            remove(id);
        }
    }

    /** All of it is newer than what waits: an older state must not come back over it. */
    private void replace(SnapshotChunk chunk) {
        chunk.families().forEach(row -> {
            parked.remove(row.familyId());
            if (parts.replaces() || !table.containsKey(row.familyId())) {
                put(row);
            }
        });
        Set<UUID> absent = new HashSet<>(chunk.absent());
        if (chunk.bucket() != null) {
            table.keySet().stream()
                    .filter(id -> Bucket.of(id) == chunk.bucket())
                    .forEach(absent::add);
            chunk.families().forEach(row -> absent.remove(row.familyId()));
        }
        absent.forEach(parked::remove);
        if (parts.removesAbsent()) {
            absent.forEach(this::remove);
        }
    }

    private void put(FamilyRecorded row) {
        table.put(row.familyId(), row);
        told.put(row.familyId(), RowHasher.of(row));
        dirty.set(Bucket.of(row.familyId()));
    }

    private void remove(UUID id) {
        table.remove(id);
        told.remove(id);
        dirty.set(Bucket.of(id));
    }

    private void compare(List<Integer> places) {
        for (int place : places) {
            VillageEvent said = village.log.get(place);
            if (said instanceof CheckpointTaken checkpoint) {
                prove(checkpoint, place);
            } else {
                list((BucketListed) said, place);
            }
        }
        places.clear();
    }

    private void prove(CheckpointTaken said, int place) {
        boolean whole = said.reason() != Reason.HOURLY && said.reason() != Reason.EVENTS;
        Map<String, BitSet> differing = differing(said, whole);
        if (!whole && !differing.isEmpty()) {
            whole = true;
            differing = differing(said, true);
        }
        boolean equal = truth.get(place).isEmpty();
        Repair.Next next = Repair.atCheckpoint(repair, said.reason(), differing, this::id);
        if (whole && next.finding() == Finding.EQUAL && !equal) {
            throw new AssertionError("taken for equal, and is not: " + place);
        }
        if (next.finding() == Finding.DIVERGED && equal) {
            throw new AssertionError("a false alarm: " + place);
        }
        if (whole) {
            last = next.finding();
        }
        follow(next, place);
    }

    private Map<String, BitSet> differing(CheckpointTaken said, boolean whole) {
        BitSet read = whole ? DirtyBuckets.all() : dirty;
        kept = kept.with(read, digests(read));
        dirty = new BitSet();
        CheckpointTaken.Table theirs = said.tables().get(0);
        if (kept.count() == theirs.count() && kept.root().equals(Hash.ofHex(theirs.root()))) {
            return Map.of();
        }
        return Map.of(
                theirs.table(),
                theirs.buckets() == null
                        ? new BitSet()
                        : kept.differing(Base64.getDecoder().decode(theirs.buckets())));
    }

    private void list(BucketListed said, int place) {
        if (repair == null) {
            return;
        }
        BitSet buckets = new BitSet();
        said.buckets().forEach(buckets::set);
        RowDifferences found = RowDifferences.between(
                said.rows().stream()
                        .map(row -> new RowDigest(
                                row.id(), Hash.of(Base64.getDecoder().decode(row.digest()))))
                        .toList(),
                digests(buckets));
        Set<UUID> wrong = new HashSet<>(truth.get(place));
        wrong.removeIf(id -> !buckets.get(Bucket.of(id)));
        if (!wrong.equals(Set.copyOf(found.all()))) {
            throw new AssertionError("names other rows than those that differ: " + place);
        }
        Set<UUID> explained = parts.explained(parked.keySet(), found);
        Repair.Next next = Repair.atListing(repair, said.table(), found, explained, this::id);
        if (next.finding() == Finding.EXPLAINED && !parked.keySet().containsAll(wrong)) {
            throw new AssertionError("explained by nothing: " + place);
        }
        follow(next, place);
    }

    private Set<UUID> wrong(Map<UUID, FamilyRecorded> held) {
        Set<UUID> wrong = new HashSet<>(held.keySet());
        wrong.addAll(table.keySet());
        wrong.removeIf(id -> Objects.equals(held.get(id), table.get(id)));
        return wrong;
    }

    private List<RowDigest> digests(BitSet buckets) {
        return parts.digests(table.values(), told.values()).stream()
                .filter(row -> buckets.get(row.bucket()))
                .toList();
    }

    private void follow(Repair.Next next, int place) {
        world.tell("at " + place + " " + next.finding() + ", " + next.commands());
        repair = next.repair();
        next.commands().forEach(this::append);
    }

    private void append(DistrictEvent command) {
        Envelope event = Envelope.next(
                end,
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
        asked.add(event);
        end = event.head();
    }

    private UUID id() {
        return new UUID(world.bits(), world.bits());
    }
}
