package id.smartkampung.district.apply;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.ErasureRefused;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.SignerKeyMade;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sorts events by what they are about: a new kind of event does not compile until it has its place here. */
final class Batch implements VillageEvent.Visitor<Void> {

    final Map<UUID, Applied<ResidentRecorded>> residents = new LinkedHashMap<>();
    final Map<UUID, Applied<ResidentRemoved>> removedResidents = new LinkedHashMap<>();
    final List<Applied<ResidentErased>> erased = new ArrayList<>();
    final List<ErasureRefused> refused = new ArrayList<>();
    final Map<UUID, Applied<FamilyRecorded>> families = new LinkedHashMap<>();
    final Map<UUID, Applied<FamilyRemoved>> removedFamilies = new LinkedHashMap<>();
    final Map<UUID, Applied<RequestRecorded>> requests = new LinkedHashMap<>();
    /** Each event, not only the last of its request: what happened in between counts too. */
    final List<Applied<RequestRecorded>> allRequests = new ArrayList<>();

    final Map<UUID, Applied<MutationRecorded>> mutations = new LinkedHashMap<>();
    final Map<UUID, Applied<LetterRecorded>> letters = new LinkedHashMap<>();
    final List<Applied<KeyRotated>> keys = new ArrayList<>();
    final List<SignerKeyMade> signers = new ArrayList<>();
    final List<RequestAnswered> answers = new ArrayList<>();
    final List<Applied<FileChunk>> files = new ArrayList<>();
    final List<Applied<HouseholdHandedOver>> handedOver = new ArrayList<>();
    final List<Applied<HouseholdTakenOver>> takenOver = new ArrayList<>();
    final List<Applied<SnapshotChunk>> chunks = new ArrayList<>();
    final List<Applied<CheckpointTaken>> checkpoints = new ArrayList<>();
    final Map<CanonicalTable, BitSet> dirty = new EnumMap<>(CanonicalTable.class);

    LogPosition position;
    VillageEvent last;

    private void touch(CanonicalTable table, UUID id) {
        dirty.computeIfAbsent(table, each -> new BitSet(Bucket.NUMBER)).set(Bucket.of(id));
    }

    @Override
    public Void on(ResidentRecorded event) {
        touch(CanonicalTable.RESIDENT, event.residentId());
        removedResidents.remove(event.residentId());
        residents.put(event.residentId(), new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(ResidentRemoved event) {
        touch(CanonicalTable.RESIDENT, event.residentId());
        residents.remove(event.residentId());
        removedResidents.put(event.residentId(), new Applied<>(position, event));
        return null;
    }

    /** Taken out like one who is removed; what else is kept of the person goes too. */
    @Override
    public Void on(ResidentErased event) {
        erased.add(new Applied<>(position, event));
        return on(new ResidentRemoved(event.residentId()));
    }

    @Override
    public Void on(ErasureRefused event) {
        refused.add(event);
        return null;
    }

    @Override
    public Void on(FamilyRecorded event) {
        touch(CanonicalTable.FAMILY, event.familyId());
        removedFamilies.remove(event.familyId());
        families.put(event.familyId(), new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(FamilyRemoved event) {
        touch(CanonicalTable.FAMILY, event.familyId());
        families.remove(event.familyId());
        removedFamilies.put(event.familyId(), new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(RequestRecorded event) {
        touch(CanonicalTable.REQUEST, event.requestId());
        Applied<RequestRecorded> applied = new Applied<>(position, event);
        requests.put(event.requestId(), applied);
        allRequests.add(applied);
        return null;
    }

    @Override
    public Void on(MutationRecorded event) {
        touch(CanonicalTable.MUTATION, event.mutationId());
        mutations.put(event.mutationId(), new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(LetterRecorded event) {
        touch(CanonicalTable.LETTER, event.letterId());
        letters.put(event.letterId(), new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(KeyRotated event) {
        keys.add(new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(SignerKeyMade event) {
        signers.add(event);
        return null;
    }

    @Override
    public Void on(RequestAnswered event) {
        answers.add(event);
        return null;
    }

    @Override
    public Void on(FileChunk event) {
        files.add(new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(HouseholdHandedOver event) {
        handedOver.add(new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(HouseholdTakenOver event) {
        takenOver.add(new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(CheckpointTaken event) {
        checkpoints.add(new Applied<>(position, event));
        return null;
    }

    @Override
    public Void on(BucketListed event) {
        // Compared as the last of its batch.
        return null;
    }

    @Override
    public Void on(SnapshotChunk event) {
        chunks.add(new Applied<>(position, event));
        CanonicalTable.find(event.table()).ifPresent(table -> {
            if (event.bucket() != null) {
                dirty.computeIfAbsent(table, each -> new BitSet(Bucket.NUMBER)).set(event.bucket());
            }
            event.absent().forEach(id -> touch(table, id));
            event.residents().forEach(row -> touch(table, row.residentId()));
            event.families().forEach(row -> touch(table, row.familyId()));
            event.requests().forEach(row -> touch(table, row.requestId()));
            event.mutations().forEach(row -> touch(table, row.mutationId()));
            event.letters().forEach(row -> touch(table, row.letterId()));
        });
        return null;
    }
}
