package id.smartkampung.model.event;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What another village handed over is in the register here; the rows are told by events of their own, in the same
 * transaction.
 *
 * @param subjects ids of the family and the people that came
 * @param duplicates who and what was here already under the same number: both are kept, until a person decides
 */
public record HouseholdTakenOver(UUID handoverId, UUID lineageId, List<UUID> subjects, List<Duplicate> duplicates)
        implements VillageEvent {

    /**
     * A row that was taken over without its number, since another row here has it.
     *
     * @param kind of the subject: {@link Subject#RESIDENT} or {@link Subject#FAMILY}
     * @param id of the row that was taken over
     * @param sameAs the row that has the number
     */
    public record Duplicate(String kind, UUID id, UUID sameAs) {

        public Duplicate {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(sameAs, "sameAs");
        }
    }

    public HouseholdTakenOver {
        Objects.requireNonNull(handoverId, "handoverId");
        Objects.requireNonNull(lineageId, "lineageId");
        subjects = List.copyOf(subjects);
        duplicates = List.copyOf(duplicates);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.HANDOVER, handoverId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
