package id.smartkampung.model.event;

/** Something that happened in a village and that the district hears of: past tense, whole new state of its subject. */
public sealed interface VillageEvent
        permits ResidentRecorded,
                ResidentRemoved,
                ResidentErased,
                ErasureRefused,
                FamilyRecorded,
                FamilyRemoved,
                RequestRecorded,
                MutationRecorded,
                LetterRecorded,
                CheckpointTaken,
                BucketListed,
                SnapshotChunk,
                KeyRotated,
                SignerKeyMade,
                RequestAnswered,
                FileChunk,
                HouseholdHandedOver,
                HouseholdTakenOver {

    Subject subject();

    <R> R accept(Visitor<R> visitor);

    /** One method per event: adding an event breaks the build of whoever forgets to handle it. */
    interface Visitor<R> {

        R on(ResidentRecorded event);

        R on(ResidentRemoved event);

        R on(ResidentErased event);

        R on(ErasureRefused event);

        R on(FamilyRecorded event);

        R on(FamilyRemoved event);

        R on(RequestRecorded event);

        R on(MutationRecorded event);

        R on(LetterRecorded event);

        R on(CheckpointTaken event);

        R on(BucketListed event);

        R on(SnapshotChunk event);

        R on(KeyRotated event);

        R on(SignerKeyMade event);

        R on(RequestAnswered event);

        R on(FileChunk event);

        R on(HouseholdHandedOver event);

        R on(HouseholdTakenOver event);
    }
}
