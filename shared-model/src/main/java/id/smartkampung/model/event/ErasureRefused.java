package id.smartkampung.model.event;

import java.util.Objects;
import java.util.UUID;

/**
 * A resident whom the district had asked to erase stays: something that must be kept is about that person. The row
 * follows, as it is.
 *
 * @param reason what is kept, in a word such as {@code HAS_REQUESTS}
 */
public record ErasureRefused(UUID residentId, String reason) implements VillageEvent {

    public ErasureRefused {
        Objects.requireNonNull(residentId, "residentId");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.ANSWER, residentId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
