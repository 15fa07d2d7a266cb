package id.smartkampung.model.event;

import id.smartkampung.model.request.MallAnswer;
import java.util.Objects;
import java.util.UUID;

/**
 * The last word of a village on a request that was made at the service mall, where the state of the request does not
 * tell it.
 *
 * @param reason what an officer wrote for the applicant; null where the answer says all
 */
public record RequestAnswered(UUID requestId, MallAnswer answer, String reason) implements VillageEvent {

    public RequestAnswered {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(answer, "answer");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.ANSWER, requestId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
