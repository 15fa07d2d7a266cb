package id.smartkampung.district.webhook;

import id.smartkampung.district.feed.FeedTail;
import id.smartkampung.district.feed.Reach;
import id.smartkampung.district.outgoing.Answer;
import id.smartkampung.district.outgoing.ForbiddenAddressException;
import id.smartkampung.district.outgoing.OutgoingCalls;
import id.smartkampung.district.outgoing.SigningKey;
import id.smartkampung.district.webhook.Message.Draft;
import id.smartkampung.district.webhook.Webhook.Reason;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.error.RefusedException.Wrong;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets clients be called, and ends it. */
@ApplicationScoped
class WebhookService {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final WebhookTable webhooks;
    private final KeyTable keys;
    private final MessageTable messages;
    private final MessageMaker maker;
    private final Delivery delivery;
    private final FeedTail feed;
    private final OutgoingCalls calls;
    private final WebhookConfig config;
    private final Audit audit;

    WebhookService(
            WebhookTable webhooks,
            KeyTable keys,
            MessageTable messages,
            MessageMaker maker,
            Delivery delivery,
            FeedTail feed,
            OutgoingCalls calls,
            WebhookConfig config,
            Audit audit) {
        this.webhooks = webhooks;
        this.keys = keys;
        this.messages = messages;
        this.maker = maker;
        this.delivery = delivery;
        this.feed = feed;
        this.calls = calls;
        this.config = config;
        this.audit = audit;
    }

    /** A webhook and the key that was made for it, to be shown now and never again. */
    record Made(Webhook webhook, SigningKey key) {}

    /**
     * A new one.
     *
     * @param after the cursor of the feed with which it begins; null for what changes from now on
     */
    @Transactional
    public Made create(String client, String url, Reach.Part part, String after) {
        if (part.types().isEmpty()) {
            throw new RefusedException(FORBIDDEN, "export.nothing");
        }
        // Before the first query, since a name may be slow to answer, and the feed is read on a connection of its own.
        check(url);
        String cursor = feed.begin(part, after);
        if (webhooks.of(client).size() >= config.mostOfOne()) {
            throw new RefusedException("webhook.too-many", config.mostOfOne());
        }
        UUID id = UUID.randomUUID();
        webhooks.insert(id, client, url, part.types().stream().sorted().toList(), part.within(), cursor);
        SigningKey key = SigningKey.generate();
        keys.insert(id, key);
        Webhook made = webhooks.find(id).orElseThrow();
        audit.record("webhook-created", made.subject());
        return new Made(made, key);
    }

    private void check(String url) {
        try {
            calls.check(url);
        } catch (ForbiddenAddressException e) {
            throw new RefusedException(
                    BAD_REQUEST, "api.parameter", List.of(new Wrong("url", "webhook.url." + e.why())));
        }
    }

    /** Another key; the one before stays in use for a while, beside it. */
    @Transactional
    public Made rotate(Webhook webhook) {
        keys.retire(webhook.id(), config.keyOverlap());
        SigningKey key = SigningKey.generate();
        keys.insert(webhook.id(), key);
        audit.record("webhook-rotated", webhook.subject());
        return new Made(webhook, key);
    }

    @Transactional
    public void delete(Webhook webhook) {
        webhooks.delete(webhook.id());
        audit.record("webhook-deleted", webhook.subject());
    }

    @Transactional
    public void stop(Webhook webhook) {
        if (webhooks.stop(webhook.id(), Reason.ADMIN)) {
            audit.record("webhook-stopped", webhook.subject(), List.of(), Reason.ADMIN.name());
        }
    }

    /** Calls it again; what waited meanwhile goes out, and the feed is read on from where it stood. */
    @Transactional
    public void start(Webhook webhook) {
        webhooks.start(webhook.id());
        messages.hurry(webhook.id());
        audit.record("webhook-started", webhook.subject());
    }

    /** Makes one call that tells nothing, at once and once, and waits for what comes of it; empty when it is no more. */
    Optional<Message.Attempt> test(Webhook webhook) {
        Draft draft = maker.test(webhook);
        boolean there = QuarkusTransaction.requiringNew().call(() -> {
            boolean held = webhooks.hold(webhook.id());
            if (held) {
                messages.insert(webhook.id(), draft);
            }
            return held;
        });
        return there
                ? messages.find(webhook.id(), draft.id()).flatMap(message -> test(webhook, message))
                : Optional.empty();
    }

    private Optional<Message.Attempt> test(Webhook webhook, Message message) {
        Answer answer = delivery.send(webhook, message);
        delivery.record(webhook, message, answer, webhook.failures());
        return messages.attempts(message.id()).stream().findFirst();
    }

    /** Sends a message once more. */
    @Transactional
    public void replay(Message message) {
        if (message.isTest()) {
            throw new RefusedException("webhook.test-again");
        }
        messages.again(message.id());
    }

    /** Sends once more what was given up and made since then; how many messages these are. */
    @Transactional
    public int replayFailed(Webhook webhook, Instant since) {
        return messages.failedAgain(webhook.id(), since);
    }
}
