package id.smartkampung.district.webhook;

import id.smartkampung.district.feed.RowType;
import id.smartkampung.district.outgoing.SigningKey;
import id.smartkampung.district.webhook.Webhook.Reason;
import id.smartkampung.district.webhook.Webhook.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Public shape of a webhook. */
@Schema(name = "Webhook", description = "An address that is called when something changed, and how that goes.")
public record WebhookView(
        UUID id,
        String url,
        @Schema(examples = "residents") List<String> types,
        @Schema(nullable = true) String area,

        @Schema(description = "`STOPPED` is called no more; start it again when it can hear.")
        State state,

        @Schema(
                nullable = true,
                description =
                        "Why it was stopped: `GONE` it answered 410, `FAILING` nothing was accepted for three days,"
                                + " `AHEAD` the hub was put back to a backup, `ADMIN` an admin did it.")
        Reason reason,

        Instant createdAt,
        Instant stateAt,

        @Schema(description = "Number of the last message that was made; they have no hole.")
        long lastNumber,

        @Schema(description = "Messages that are still to be delivered.")
        long waiting,

        @Schema(description = "Attempts that failed since the last success.")
        int failures,

        @Schema(nullable = true) Instant failingSince,

        @Schema(nullable = true, description = "When a message was last accepted.")
        Instant deliveredAt) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.types().stream().map(RowType::plural).toList(),
                webhook.within(),
                webhook.state(),
                webhook.reason(),
                webhook.createdAt(),
                webhook.stateAt(),
                webhook.lastNumber(),
                webhook.waiting(),
                webhook.failures(),
                webhook.failingSince(),
                webhook.deliveredAt());
    }

    /** One with its key. */
    @Schema(name = "WebhookWithKey", description = "A webhook with its new key, which is shown only now.")
    public record WithKey(
            WebhookView webhook,

            @Schema(description = "The secret of `v1` (HMAC-SHA256).", examples = "whsec_…")
            String secret,

            @Schema(description = "The public key of `v1a` (Ed25519).", examples = "whpk_…")
            String publicKey) {

        static WithKey of(Webhook webhook, SigningKey key) {
            return new WithKey(WebhookView.of(webhook), key.secretText(), key.publicText());
        }
    }
}
