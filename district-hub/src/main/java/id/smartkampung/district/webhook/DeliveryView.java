package id.smartkampung.district.webhook;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.outgoing.Answer.Outcome;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Public shape of a message and what became of it. */
@Schema(name = "WebhookDelivery", description = "A message to a webhook, and what became of it.")
public record DeliveryView(
        @Schema(description = "The `webhook-id` under which it is sent, the same in each attempt.")
        String id,

        @Schema(nullable = true, description = "Counts the messages of the webhook without a hole; null for a test.")
        Long number,

        @Schema(examples = "resident.changed") String type,
        Message.State state,

        @Schema(description = "Since it was made, or last replayed.")
        int attempts,

        Instant madeAt,

        @Schema(nullable = true, description = "When it is tried next, while it waits.")
        Instant nextAt,

        @Schema(nullable = true, description = "When it was accepted or given up.")
        Instant endedAt,

        @Schema(nullable = true, description = "What came of the last attempt.")
        Outcome lastOutcome,

        @Schema(nullable = true, description = "Status of HTTP in the last attempt.")
        Integer lastStatus) {

    static DeliveryView of(Message message) {
        boolean waits = message.state() == Message.State.WAITING;
        return new DeliveryView(
                message.id(),
                message.number(),
                message.type(),
                message.state(),
                message.attempts(),
                message.madeAt(),
                waits ? message.nextAt() : null,
                message.endedAt(),
                message.lastOutcome(),
                message.lastStatus());
    }

    static Cursor cursor(Message message) {
        return Cursor.of(message.place());
    }

    /** One with its attempts. */
    @Schema(name = "WebhookDeliveryDetail", description = "A message with its body and all attempts to deliver it.")
    public record Detail(
            DeliveryView delivery,

            @Schema(description = "As it is signed and sent.")
            String body,

            List<AttemptView> attempts) {}

    /** An attempt. */
    @Schema(name = "WebhookAttempt", description = "One attempt to deliver a message.")
    public record AttemptView(
            Instant at,
            Outcome outcome,

            @Schema(nullable = true, description = "Of HTTP; null where there was no answer.")
            Integer status,

            long millis) {

        static AttemptView of(Message.Attempt attempt) {
            return new AttemptView(attempt.at(), attempt.outcome(), attempt.status(), attempt.millis());
        }
    }
}
