package id.smartkampung.model.event;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody was born, died, came or went, or that was undone. What it changed in the register has events of its own.
 *
 * @param familyId the family that the person belonged to when it happened
 * @param bookedOn the day whose month counts it in the books by report: {@code reportedOn}, or a later one where the books
 *     of that month were closed already
 * @param counted whether the number of inhabitants changed by one: not for temporary residents, nor when somebody dies
 *     who was missing before
 * @param sex as it was known when this was recorded, like the four that follow; corrected since is the resident
 * @param otherArea where somebody came from or went to, as exactly as it is known; null abroad or when not known
 * @param document number of the paper that says so, of births, deaths and moves only; both sides of a move name the same
 * @param motherId who bore the child that was born, where she is a resident of the village; null otherwise
 * @param groupId the same for those who moved together
 * @param undoneAt when it was undone; null as long as it holds
 */
public record MutationRecorded(
        UUID mutationId,
        UUID residentId,
        UUID familyId,
        MutationKind kind,
        LocalDate happenedOn,
        LocalDate reportedOn,
        LocalDate bookedOn,
        Instant recordedAt,
        boolean counted,
        Sex sex,
        Citizenship citizenship,
        Residency residency,
        Relationship relationship,
        String dusun,
        MoveKind moveKind,
        KodeWilayah otherArea,
        String document,
        UUID motherId,
        UUID groupId,
        Instant undoneAt)
        implements VillageEvent {

    public MutationRecorded {
        Objects.requireNonNull(mutationId, "mutationId");
        Objects.requireNonNull(residentId, "residentId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(happenedOn, "happenedOn");
        Objects.requireNonNull(reportedOn, "reportedOn");
        Objects.requireNonNull(bookedOn, "bookedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.MUTATION, mutationId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
