package id.smartkampung.district.webhook;

import id.smartkampung.district.live.ChangeListener;
import id.smartkampung.district.outgoing.Answer;
import id.smartkampung.district.outgoing.Answer.Outcome;
import id.smartkampung.district.webhook.MessageMaker.Look;
import id.smartkampung.district.webhook.Webhook.Reason;
import id.smartkampung.district.webhook.WebhookTable.Candidate;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks after the webhooks: makes what they are to be told, and delivers it. One hub looks after a webhook at a time, and
 * lets go when it has nothing to do; one that dies is followed by another when its lease has ended.
 */
@ApplicationScoped
class Courier {

    private static final int AT_ONCE = 20;

    private final WebhookTable webhooks;
    private final MessageTable messages;
    private final MessageMaker maker;
    private final Delivery delivery;
    private final ChangeListener listener;
    private final WebhookConfig config;
    private final ExecutorService senders;
    private final UUID self = UUID.randomUUID();
    /** Counts what was heard, so that who has read up to it need not look again. */
    private final AtomicLong heard = new AtomicLong(1);

    private final Map<UUID, Long> read = new ConcurrentHashMap<>();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Cancellable line;

    Courier(
            WebhookTable webhooks,
            MessageTable messages,
            MessageMaker maker,
            Delivery delivery,
            ChangeListener listener,
            WebhookConfig config) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.maker = maker;
        this.delivery = delivery;
        this.listener = listener;
        this.config = config;
        this.senders = Executors.newFixedThreadPool(config.senders(), work -> {
            Thread thread = new Thread(work, "kampung-webhook");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start(@Observes StartupEvent event) {
        line = listener.changes()
                .subscribe()
                .with(nodes -> heard.incrementAndGet(), failure -> heard.incrementAndGet());
    }

    /** What is under way is brought to its end. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        line.cancel();
        senders.shutdown();
        if (!senders.awaitTermination(config.lease().toMillis(), TimeUnit.MILLISECONDS)) {
            senders.shutdownNow();
        }
    }

    @Scheduled(every = "${district.webhook.look-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        long now = heard.get();
        for (Candidate candidate : webhooks.candidates()) {
            boolean news = read.getOrDefault(candidate.id(), 0L) < now;
            if (!stopping && (candidate.due() || news) && busy.add(candidate.id())) {
                senders.execute(() -> lookAfter(candidate.id()));
            }
        }
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void clean() {
        QuarkusTransaction.requiringNew().run(() -> messages.deleteEnded(config.keep()));
    }

    private void lookAfter(UUID id) {
        try {
            boolean ours = QuarkusTransaction.requiringNew().call(() -> webhooks.lease(id, self, config.lease()));
            if (!ours) {
                return;
            }
            // What is heard from here on may not be in what is read.
            long before = heard.get();
            if (tellsAll(id)) {
                read.put(id, before);
            }
            QuarkusTransaction.requiringNew().run(() -> webhooks.release(id, self));
        } catch (RuntimeException e) {
            Log.warnf(e, "webhook %s cannot be looked after now", id);
        } finally {
            busy.remove(id);
        }
    }

    /**
     * Makes and delivers until there is nothing to do or its turn is over: a few receivers that take their time shall not
     * keep the others waiting.
     *
     * @return whether the feed was read to its end
     */
    private boolean tellsAll(UUID id) {
        long began = System.nanoTime();
        while (!isOver(began)) {
            Optional<Webhook> webhook = held(id);
            if (webhook.isEmpty()) {
                return false;
            }
            Look look = maker.make(webhook.get(), self);
            if (look == Look.AHEAD) {
                delivery.stop(webhook.get(), Reason.AHEAD);
                return false;
            }
            List<Message> due = messages.due(id, AT_ONCE);
            if (!deliversAll(webhook.get(), due, began)) {
                return false;
            }
            if (due.isEmpty() && look != Look.MOVED) {
                return look == Look.AT_THE_END;
            }
        }
        return false;
    }

    private boolean isOver(long began) {
        return System.nanoTime() - began >= config.turn().toNanos();
    }

    private boolean deliversAll(Webhook webhook, List<Message> due, long began) {
        int failures = webhook.failures();
        for (Message message : due) {
            if (isOver(began) || held(webhook.id()).isEmpty()) {
                return false;
            }
            Answer answer = delivery.send(webhook, message);
            delivery.record(webhook, message, answer, failures);
            failures = answer.outcome() == Outcome.ACCEPTED ? 0 : failures + 1;
        }
        return true;
    }

    /** Renews the lease; empty when it is no longer ours, or is not to be called now. */
    private Optional<Webhook> held(UUID id) {
        if (stopping) {
            return Optional.empty();
        }
        boolean ours = QuarkusTransaction.requiringNew().call(() -> webhooks.renew(id, self, config.lease()));
        return ours ? webhooks.find(id) : Optional.empty();
    }
}
