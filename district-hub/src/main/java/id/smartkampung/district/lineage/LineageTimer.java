package id.smartkampung.district.lineage;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks from time to time whether a village handed over what is to be given to another. */
@ApplicationScoped
class LineageTimer {

    private final LineageService lineages;

    LineageTimer(LineageService lineages) {
        this.lineages = lineages;
    }

    @Scheduled(every = "${district.lineage.give-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            lineages.give();
        } catch (IllegalStateException e) {
            Log.warnf("households are given on later: %s", e.getMessage());
        }
    }
}
