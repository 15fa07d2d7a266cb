package id.smartkampung.model.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event version that was ever released, with its name on the wire. Released names are never changed. */
public enum EventType {
    RESIDENT_RECORDED_V1("resident-recorded.v1", ResidentRecorded.class),
    RESIDENT_REMOVED_V1("resident-removed.v1", ResidentRemoved.class),
    FAMILY_RECORDED_V1("family-recorded.v1", FamilyRecorded.class),
    FAMILY_REMOVED_V1("family-removed.v1", FamilyRemoved.class),
    REQUEST_RECORDED_V1("request-recorded.v1", RequestRecorded.class),
    CHECKPOINT_V1("checkpoint.v1", CheckpointTaken.class),
    BUCKET_LISTED_V1("bucket-listed.v1", BucketListed.class),
    SNAPSHOT_CHUNK_V1("snapshot-chunk.v1", SnapshotChunk.class),
    KEY_ROTATED_V1("key-rotated.v1", KeyRotated.class),
    MUTATION_RECORDED_V1("mutation-recorded.v1", MutationRecorded.class),
    LETTER_RECORDED_V1("letter-recorded.v1", LetterRecorded.class),
    SIGNER_KEY_MADE_V1("signer-key-made.v1", SignerKeyMade.class),
    REQUEST_ANSWERED_V1("request-answered.v1", RequestAnswered.class),
    FILE_CHUNK_V1("file-chunk.v1", FileChunk.class),
    RESIDENT_ERASED_V1("resident-erased.v1", ResidentErased.class),
    ERASURE_REFUSED_V1("erasure-refused.v1", ErasureRefused.class),
    HOUSEHOLD_HANDED_OVER_V1("household-handed-over.v1", HouseholdHandedOver.class),
    HOUSEHOLD_TAKEN_OVER_V1("household-taken-over.v1", HouseholdTakenOver.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

    private final String wireName;
    private final Class<? extends VillageEvent> eventClass;

    EventType(String wireName, Class<? extends VillageEvent> eventClass) {
        this.wireName = wireName;
        this.eventClass = eventClass;
    }

    /** The type of a name on the wire, or empty for one that a newer village knows and we do not. */
    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    public static EventType of(VillageEvent event) {
        return BY_CLASS.get(event.getClass());
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends VillageEvent> eventClass() {
        return eventClass;
    }
}
