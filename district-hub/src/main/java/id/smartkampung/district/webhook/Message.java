package id.smartkampung.district.webhook;

import id.smartkampung.district.outgoing.Answer;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a webhook is told.
 *
 * @param id the same in each attempt
 * @param place in the order in which they were made, over all webhooks
 * @param number counts the messages of a webhook without a hole; null for a test
 * @param body as it is signed and sent
 * @param lastStatus of HTTP in the last attempt; null where there was none, or no answer
 * @param lastOutcome what came of the last attempt; null where there was none
 * @param nextAt when it is tried next, while it waits
 * @param endedAt when it was accepted or given up; null while it waits
 */
record Message(
        String id,
        long place,
        UUID webhookId,
        Long number,
        String type,
        String body,
        State state,
        int attempts,
        Instant madeAt,
        Instant nextAt,
        Instant endedAt,
        Answer.Outcome lastOutcome,
        Integer lastStatus) {

    /** What became of it. */
    @Schema(name = "WebhookDeliveryState")
    enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    /** One that is not stored yet. */
    record Draft(String id, Long number, String type, String body) {}

    /** An attempt to deliver one. */
    record Attempt(Instant at, Answer.Outcome outcome, Integer status, long millis) {}

    boolean isTest() {
        return number == null;
    }
}
