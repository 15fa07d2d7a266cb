package id.smartkampung.district.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How the villages stand, as figures for those who watch over the hub; at most one line per registered village. */
@ApplicationScoped
class VillageMeters {

    private final VillageQueries villages;
    private final MultiGauge lag;
    private final MultiGauge parked;
    private final MultiGauge signs;
    private final MultiGauge states;

    VillageMeters(VillageQueries villages, MeterRegistry registry) {
        this.villages = villages;
        lag = MultiGauge.builder("kampung.village.lag").register(registry);
        parked = MultiGauge.builder("kampung.village.parked").register(registry);
        signs = MultiGauge.builder("kampung.village.signs").register(registry);
        states = MultiGauge.builder("kampung.villages").register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        try {
            List<VillageStatus> all = villages.all();
            lag.register(
                    all.stream()
                            .map(village -> MultiGauge.Row.of(tags(village), village.lag()))
                            .toList(),
                    true);
            parked.register(
                    all.stream()
                            .map(village -> MultiGauge.Row.of(tags(village), village.parked()))
                            .toList(),
                    true);
            signs.register(
                    List.of(
                            sign("flood", all, village -> village.signs().floods()),
                            sign("clock-off", all, village -> village.signs().minutesOff() > 0),
                            sign("outdated", all, village -> village.signs().outdated()),
                            sign("skipped", all, village -> village.signs().skipped() > 0)),
                    true);
            states.register(
                    byState(all).entrySet().stream()
                            .map(state -> MultiGauge.Row.of(
                                    Tags.of("state", state.getKey().name()), state.getValue()))
                            .toList(),
                    true);
        } catch (IllegalStateException e) {
            Log.debugf("the villages cannot be measured now: %s", e.getMessage());
        }
    }

    private static Map<VillageState, Long> byState(List<VillageStatus> all) {
        Map<VillageState, Long> counts = new EnumMap<>(VillageState.class);
        for (VillageState state : VillageState.values()) {
            counts.put(state, 0L);
        }
        all.forEach(village -> counts.merge(village.state(), 1L, Long::sum));
        return counts;
    }

    private static MultiGauge.Row<?> sign(String sign, List<VillageStatus> all, Predicate<VillageStatus> shown) {
        return MultiGauge.Row.of(
                Tags.of("sign", sign), all.stream().filter(shown).count());
    }

    private static Tags tags(VillageStatus village) {
        return Tags.of("node", village.node().value());
    }
}
