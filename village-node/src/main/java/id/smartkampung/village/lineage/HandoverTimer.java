package id.smartkampung.village.lineage;

import id.smartkampung.village.sync.SyncStatus;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

/** Looks from time to time whether somebody is to be handed over, while the line is there. */
@ApplicationScoped
class HandoverTimer {

    private final LineageService lineages;
    private final SyncStatus line;

    HandoverTimer(LineageService lineages, SyncStatus line) {
        this.lineages = lineages;
        this.line = line;
    }

    @Scheduled(every = "${village.lineage.look-every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!line.mayAnnounce()) {
            return;
        }
        try {
            lineages.handOverDue();
        } catch (PersistenceException | IllegalStateException e) {
            Log.warnf(e, "households are handed over later");
        }
    }
}
