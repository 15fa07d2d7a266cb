package id.smartkampung.model.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every command version that was ever released, with its name on the wire. Released names are never changed. */
public enum DistrictEventType {
    CHECKPOINT_WANTED_V1("checkpoint-wanted.v1", DistrictEvent.CheckpointWanted.class),
    BUCKET_LISTING_WANTED_V1("bucket-listing-wanted.v1", DistrictEvent.BucketListingWanted.class),
    ROWS_WANTED_V1("rows-wanted.v1", DistrictEvent.RowsWanted.class),
    SNAPSHOT_WANTED_V1("snapshot-wanted.v1", DistrictEvent.SnapshotWanted.class),
    SIGNER_CERTIFIED_V1("signer-certified.v1", DistrictEvent.SignerCertified.class),
    SIGNERS_REVOKED_V1("signers-revoked.v1", DistrictEvent.SignersRevoked.class),
    CERTIFICATES_TOLD_V1("certificates-told.v1", DistrictEvent.CertificatesTold.class),
    REQUEST_MADE_V1("request-made.v1", DistrictEvent.RequestMade.class),
    REQUEST_WITHDRAWN_V1("request-withdrawn.v1", DistrictEvent.RequestWithdrawn.class),
    REQUEST_HANDED_OUT_V1("request-handed-out.v1", DistrictEvent.RequestHandedOut.class),
    LETTER_FILE_WANTED_V1("letter-file-wanted.v1", DistrictEvent.LetterFileWanted.class),
    ERASURE_ASKED_V1("erasure-asked.v1", DistrictEvent.ErasureAsked.class),
    HANDOVER_WANTED_V1("handover-wanted.v1", HandoverWanted.class),
    HOUSEHOLD_GIVEN_V1("household-given.v1", HouseholdGiven.class);

    private static final Map<String, DistrictEventType> BY_WIRE_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(DistrictEventType::wireName, Function.identity()));

    private static final Map<Class<?>, DistrictEventType> BY_CLASS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(DistrictEventType::eventClass, Function.identity()));

    private final String wireName;
    private final Class<? extends DistrictEvent> eventClass;

    DistrictEventType(String wireName, Class<? extends DistrictEvent> eventClass) {
        this.wireName = wireName;
        this.eventClass = eventClass;
    }

    /** The type of a name on the wire, or empty for one that a newer district knows and we do not. */
    public static Optional<DistrictEventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    public static DistrictEventType of(DistrictEvent event) {
        return BY_CLASS.get(event.getClass());
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends DistrictEvent> eventClass() {
        return eventClass;
    }
}
