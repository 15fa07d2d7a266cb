package id.smartkampung.district.inbox;

import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.Suspect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What the inbox counts for the operators of the hub. */
@Startup
@ApplicationScoped
class InboxMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter repeats;
    private final Counter parked;
    private final Counter gaps;
    private final Counter retries;

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
        accepted = registry.counter("kampung.inbox.events", "outcome", "accepted");
        repeats = registry.counter("kampung.inbox.events", "outcome", "repeat");
        parked = registry.counter("kampung.inbox.events", "outcome", "parked");
        gaps = registry.counter("kampung.inbox.gaps");
        retries = registry.counter("kampung.inbox.retries");
        // An alert on what never happened yet needs its zero.
        for (Suspect.Kind kind : Suspect.Kind.values()) {
            registry.counter("kampung.inbox.incidents", "kind", kind.name());
        }
    }

    void count(Judgement judgement, int parkedEvents) {
        accepted.increment(judgement.accepted().size());
        repeats.increment(judgement.repeats());
        parked.increment(parkedEvents);
        if (judgement.gapTo(null) != null) {
            gaps.increment();
        }
        for (Suspect suspect : judgement.suspects()) {
            registry.counter("kampung.inbox.incidents", "kind", suspect.kind().name())
                    .increment();
        }
    }

    void countRetry() {
        retries.increment();
    }
}
