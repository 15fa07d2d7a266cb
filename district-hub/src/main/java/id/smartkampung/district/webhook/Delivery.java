package id.smartkampung.district.webhook;

import id.smartkampung.district.outgoing.Answer;
import id.smartkampung.district.outgoing.Answer.Outcome;
import id.smartkampung.district.outgoing.OutgoingCalls;
import id.smartkampung.district.outgoing.SigningKey;
import id.smartkampung.district.webhook.Webhook.Reason;
import id.smartkampung.web.audit.Audit;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Delivers one message: signed, sent, and what came of it written down with what follows from it. */
@ApplicationScoped
class Delivery {

    private final KeyTable keys;
    private final WebhookTable webhooks;
    private final MessageTable messages;
    private final OutgoingCalls calls;
    private final WebhookConfig config;
    private final Ladder ladder;
    private final Audit audit;
    private final Clock clock;

    Delivery(
            KeyTable keys,
            WebhookTable webhooks,
            MessageTable messages,
            OutgoingCalls calls,
            WebhookConfig config,
            Audit audit,
            Clock clock) {
        this.keys = keys;
        this.webhooks = webhooks;
        this.messages = messages;
        this.calls = calls;
        this.config = config;
        this.ladder = new Ladder(config.ladder());
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the call, in no transaction. */
    Answer send(Webhook webhook, Message message) {
        long seconds = clock.instant().getEpochSecond();
        List<SigningKey> inUse = keys.inUse(webhook.id());
        Map<String, String> headers = Map.of(
                "content-type", "application/json",
                "user-agent", "smart-kampung-webhook/1",
                "webhook-id", message.id(),
                "webhook-timestamp", String.valueOf(seconds),
                "webhook-signature", SigningKey.header(inUse, message.id(), seconds, message.body()));
        return calls.post(
                webhook.url(), message.attempts(), headers, message.body().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes down what came of it, if the webhook was not ended meanwhile.
     *
     * @param failures of its webhook before, one after the other
     */
    @Transactional
    public void record(Webhook webhook, Message message, Answer answer, int failures) {
        if (!webhooks.hold(webhook.id())) {
            return;
        }
        messages.attempted(message.id(), answer);
        boolean accepted = answer.outcome() == Outcome.ACCEPTED;
        if (message.isTest()) {
            messages.end(message.id(), accepted ? Message.State.DELIVERED : Message.State.FAILED);
        } else if (accepted) {
            messages.end(message.id(), Message.State.DELIVERED);
            webhooks.succeeded(webhook.id());
        } else if (answer.outcome() == Outcome.GONE) {
            // Its message waits: started again, it misses nothing.
            stop(webhook, Reason.GONE);
        } else {
            failed(webhook, message, failures + 1);
        }
    }

    /** Calls it no more, and says so. */
    @Transactional
    public void stop(Webhook webhook, Reason reason) {
        if (webhooks.stop(webhook.id(), reason)) {
            tell(webhook, reason);
        }
    }

    private void failed(Webhook webhook, Message message, int failures) {
        double chance = ThreadLocalRandom.current().nextDouble();
        Optional<Duration> pause = ladder.after(message.attempts() + 1, chance);
        if (pause.isPresent()) {
            messages.later(message.id(), pause.get());
        } else {
            messages.end(message.id(), Message.State.FAILED);
        }
        webhooks.failed(webhook.id(), Ladder.rest(failures, config.restAfter(), config.longestRest()));
        if (webhooks.stopFailing(webhook.id(), config.stopAfter())) {
            tell(webhook, Reason.FAILING);
        }
    }

    private void tell(Webhook webhook, Reason reason) {
        Log.warnf("webhook %s of client %s is called no more: %s", webhook.id(), webhook.clientId(), reason);
        audit.recordBy(null, "webhook-stopped", webhook.subject(), List.of(), reason.name());
    }
}
