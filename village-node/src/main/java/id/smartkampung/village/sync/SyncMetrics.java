package id.smartkampung.village.sync;

import id.smartkampung.village.log.LogGenesis;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** The way to the district in figures. */
@ApplicationScoped
class SyncMetrics {

    private final MeterRegistry registry;
    private final SyncStatus status;

    SyncMetrics(MeterRegistry registry, SyncStatus status) {
        this.registry = registry;
        this.status = status;
    }

    void register(@Observes @Priority(LogGenesis.PRIORITY + 1) StartupEvent start) {
        gauge("kampung.log.sequence", "number of the last change", SyncView::lastSequence);
        gauge("kampung.log.acked.sequence", "last change applied by the district", SyncView::ackedSequence);
        gauge("kampung.outbox.waiting", "changes not acknowledged by the district", SyncView::waiting);
        gauge("kampung.outbox.unsent", "changes not at the broker", SyncView::unsent);
        gauge("kampung.outbox.resends", "how often the district asked for something again", SyncView::resends);
        gauge("kampung.line.connected", "1 when the broker answers", view -> view.connected() ? 1 : 0);
        gauge(
                "kampung.district.contact.seconds",
                "when the district was last heard, since 1970",
                view -> seconds(view.lastContactAt()));
    }

    private void gauge(String name, String description, ToDoubleFunction<SyncView> value) {
        Gauge.builder(name, status, it -> value.applyAsDouble(it.view()))
                .description(description)
                .register(registry);
    }

    private static double seconds(Instant instant) {
        return instant == null ? Double.NaN : instant.getEpochSecond();
    }
}
