package id.smartkampung.district.webhook;

import id.smartkampung.district.feed.Reach;
import id.smartkampung.district.feed.RowType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An address of a client that is called when something changed.
 *
 * @param types kinds of rows that were asked for
 * @param within the area that was asked for, or null
 * @param reason why it was stopped; null while it is not
 * @param lastNumber of the last message that was made
 * @param failures one after the other, without a success between
 * @param failingSince null while nothing fails
 * @param deliveredAt when a message was last accepted, or null
 * @param waiting messages that are still to be delivered
 * @param scopes what its client may see now
 * @param areas of which its client may see now; empty for the whole kabupaten
 */
record Webhook(
        UUID id,
        String clientId,
        String clientName,
        String url,
        List<RowType> types,
        String within,
        State state,
        Reason reason,
        Instant createdAt,
        Instant stateAt,
        String cursor,
        long lastNumber,
        int failures,
        Instant failingSince,
        Instant deliveredAt,
        long waiting,
        List<String> scopes,
        List<String> areas,
        boolean revoked) {

    /** Whether it is called. */
    @Schema(name = "WebhookState")
    enum State {
        ACTIVE,
        STOPPED
    }

    /** Why it is not. */
    @Schema(name = "WebhookStopReason")
    enum Reason {
        /** It answered 410. */
        GONE,
        /** Nothing was accepted for days. */
        FAILING,
        /** Its place in the feed is ahead of a hub that was put back to a backup. */
        AHEAD,
        /** An admin of the kabupaten stopped it. */
        ADMIN
    }

    /** What it is told of: what was asked for, as far as its client may see it now. */
    Reach.Part part() {
        Set<RowType> seen = Reach.visible(scopes::contains);
        return new Reach.Part(
                types.stream().filter(seen::contains).collect(Collectors.toSet()),
                areas,
                within,
                false,
                "",
                null,
                subject());
    }

    public boolean isStopped() {
        return state == State.STOPPED;
    }

    /** What it is called in the trail. */
    String subject() {
        return "webhook/" + id;
    }
}
