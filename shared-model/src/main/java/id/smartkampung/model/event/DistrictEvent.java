package id.smartkampung.model.event;

import id.smartkampung.model.letter.LetterKind;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Something that the district asks of a village, from a fixed list: no code and no SQL ever travels. */
public sealed interface DistrictEvent
        permits DistrictEvent.CheckpointWanted,
                DistrictEvent.BucketListingWanted,
                DistrictEvent.RowsWanted,
                DistrictEvent.SnapshotWanted,
                DistrictEvent.SignerCertified,
                DistrictEvent.SignersRevoked,
                DistrictEvent.CertificatesTold,
                DistrictEvent.RequestMade,
                DistrictEvent.RequestWithdrawn,
                DistrictEvent.RequestHandedOut,
                DistrictEvent.LetterFileWanted,
                DistrictEvent.ErasureAsked,
                HandoverWanted,
                HouseholdGiven {

    /** Its own id, so that it can be named in messages. */
    UUID commandId();

    <R> R accept(Visitor<R> visitor);

    /** The subject of its envelope. */
    default Subject subject() {
        return new Subject(Subject.COMMAND, commandId());
    }

    /**
     * Say what you hold, now.
     *
     * @param bucketsOf tables of which the digests of all buckets are wanted too
     */
    record CheckpointWanted(UUID commandId, List<String> bucketsOf) implements DistrictEvent {

        public CheckpointWanted {
            Objects.requireNonNull(commandId, "commandId");
            bucketsOf = List.copyOf(bucketsOf);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** List the digests of all rows in these buckets of a table. */
    record BucketListingWanted(UUID commandId, String table, List<Integer> buckets) implements DistrictEvent {

        public BucketListingWanted {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(table, "table");
            buckets = List.copyOf(buckets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** Send these rows of a table again, then say what you hold. */
    record RowsWanted(UUID commandId, String table, List<UUID> ids) implements DistrictEvent {

        public RowsWanted {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(table, "table");
            ids = List.copyOf(ids);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** Send all rows of these tables again, bucket by bucket while you go on working, then say what you hold. */
    record SnapshotWanted(UUID commandId, List<String> tables) implements DistrictEvent {

        public SnapshotWanted {
            Objects.requireNonNull(commandId, "commandId");
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /**
     * Somebody of yours may sign with the key that was asked for.
     *
     * @param chain certificates in PEM, that of the key first
     */
    record SignerCertified(UUID commandId, UUID keyId, String chain) implements DistrictEvent {

        public SignerCertified {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(keyId, "keyId");
            Objects.requireNonNull(chain, "chain");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /**
     * Who of your signers may sign no more.
     *
     * @param list the list of revoked certificates in PEM, which takes the place of the one before
     */
    record SignersRevoked(UUID commandId, String list) implements DistrictEvent {

        public SignersRevoked {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(list, "list");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /**
     * By which certificates the district is known from now on: those of today, and before a change also the next ones.
     *
     * @param hub SHA-256 of each certificate under which the hub may show itself, in hex; none where it has none
     * @param brokers certificates in PEM, under which those of the brokers stand; empty where nothing is to change
     */
    record CertificatesTold(UUID commandId, List<String> hub, String brokers) implements DistrictEvent {

        public CertificatesTold {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(brokers, "brokers");
            hub = List.copyOf(hub);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /**
     * Somebody of yours asks for a letter at the service mall of the regency.
     *
     * @param requestId the id that the request gets with you, so that it is taken once
     * @param residentId who asks, by the id in your register
     * @param purposeText what for, in the words of who asks; may be null, like the following
     * @param contact how to reach who asks
     * @param note of the clerk at the mall for you
     */
    record RequestMade(
            UUID commandId,
            UUID requestId,
            UUID residentId,
            LetterKind kind,
            String purposeText,
            String contact,
            String note)
            implements DistrictEvent {

        public RequestMade {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(requestId, "requestId");
            Objects.requireNonNull(residentId, "residentId");
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** Who asked at the mall wants it no more; it is cancelled if nobody of yours works on it yet. */
    record RequestWithdrawn(UUID commandId, UUID requestId, String reason) implements DistrictEvent {

        public RequestWithdrawn {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(requestId, "requestId");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** The applicant has the letters of this request, from the hands of the mall. */
    record RequestHandedOut(UUID commandId, UUID requestId) implements DistrictEvent {

        public RequestHandedOut {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(requestId, "requestId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /**
     * Send the signed file of a letter that the mall hands out.
     *
     * @param from the bytes before this one have arrived
     */
    record LetterFileWanted(UUID commandId, UUID letterId, long from) implements DistrictEvent {

        public LetterFileWanted {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(letterId, "letterId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** A person has asked the district to be erased: do so, or say why that person must be kept. */
    record ErasureAsked(UUID commandId, UUID residentId, ErasureGround ground) implements DistrictEvent {

        public ErasureAsked {
            Objects.requireNonNull(commandId, "commandId");
            Objects.requireNonNull(residentId, "residentId");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.on(this);
        }
    }

    /** One method per command: adding one breaks the build of whoever forgets to obey it. */
    interface Visitor<R> {

        R on(CheckpointWanted command);

        R on(BucketListingWanted command);

        R on(RowsWanted command);

        R on(SnapshotWanted command);

        R on(SignerCertified command);

        R on(SignersRevoked command);

        R on(CertificatesTold command);

        R on(RequestMade command);

        R on(RequestWithdrawn command);

        R on(RequestHandedOut command);

        R on(LetterFileWanted command);

        R on(ErasureAsked command);

        R on(HandoverWanted command);

        R on(HouseholdGiven command);
    }
}
