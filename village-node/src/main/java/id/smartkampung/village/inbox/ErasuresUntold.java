package id.smartkampung.village.inbox;

import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.Subject;
import id.smartkampung.village.greeting.Greeting;
import id.smartkampung.village.log.Erasures;
import id.smartkampung.village.log.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Tells the district of persons who were erased here before a restore, where neither this log nor the district's copy of
 * it knows of that. Not before the district has answered: it may give the event back.
 */
@ApplicationScoped
class ErasuresUntold {

    private final Erasures erasures;
    private final Greeting greeting;
    private final Outbox outbox;

    private volatile boolean told;

    ErasuresUntold(Erasures erasures, Greeting greeting, Outbox outbox) {
        this.erasures = erasures;
        this.greeting = greeting;
        this.outbox = outbox;
    }

    /** Only a restore can lose them, and after a restore the program starts: once is enough. */
    @Scheduled(
            every = "${village.log.tell-erasures-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void look() {
        if (!told && greeting.isWelcomed()) {
            tell();
            told = true;
        }
    }

    @Transactional
    int tell() {
        List<ResidentErased> untold = erasures.untold();
        untold.forEach(erasure -> outbox.appendRemoval(Subject.RESIDENT, erasure.residentId(), erasure));
        return untold.size();
    }
}
