package id.smartkampung.model.event;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A service request was made or moved on; carries all its steps, without names and without texts. */
public record RequestRecorded(
        UUID requestId,
        String number,
        UUID applicantId,
        LetterKind kind,
        Channel channel,
        RequestState state,
        boolean homeDelivery,
        Instant submittedAt,
        List<Step> steps)
        implements VillageEvent {

    /** The request came into a state at a time. */
    public record Step(RequestState state, Instant at) {}

    public RequestRecorded {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.REQUEST, requestId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
