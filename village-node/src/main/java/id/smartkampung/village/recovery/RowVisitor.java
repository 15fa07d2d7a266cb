package id.smartkampung.village.recovery;

import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.ErasureRefused;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.SignerKeyMade;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;

/** Passes over what tells of no row. */
abstract class RowVisitor<R> implements VillageEvent.Visitor<R> {

    private final R nothing;

    RowVisitor(R nothing) {
        this.nothing = nothing;
    }

    @Override
    public R on(CheckpointTaken event) {
        return nothing;
    }

    @Override
    public R on(BucketListed event) {
        return nothing;
    }

    @Override
    public R on(SnapshotChunk event) {
        return nothing;
    }

    @Override
    public R on(KeyRotated event) {
        return nothing;
    }

    @Override
    public R on(SignerKeyMade event) {
        return nothing;
    }

    @Override
    public R on(RequestAnswered event) {
        return nothing;
    }

    @Override
    public R on(ErasureRefused event) {
        return nothing;
    }

    @Override
    public R on(FileChunk event) {
        return nothing;
    }

    @Override
    public R on(HouseholdHandedOver event) {
        return nothing;
    }

    @Override
    public R on(HouseholdTakenOver event) {
        return nothing;
    }
}
