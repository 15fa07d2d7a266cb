package id.smartkampung.village.inbox;

import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.village.erasure.AskedErasures;
import id.smartkampung.village.greeting.Greeting;
import id.smartkampung.village.log.Erasures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Tells the district of persons who were erased here before a restore, where neither this log nor the district's copy of
 * it knows of that. Not before the district has answered: it may give the event back.
 */
@ApplicationScoped
class ErasuresUntold {

    private final Erasures erasures;
    private final Greeting greeting;
    private final AskedErasures telling;

    private volatile boolean told;

    ErasuresUntold(Erasures erasures, Greeting greeting, AskedErasures telling) {
        this.erasures = erasures;
        this.greeting = greeting;
        this.telling = telling;
    }

    /** Only a restore can lose them, and after a restore the program starts: once is enough. */
    @Scheduled(
            every = "${village.log.tell-erasures-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!told && greeting.isWelcomed()) {
            QuarkusTransaction.requiringNew().run(this::tell);
            told = true;
        }
    }

    private void tell() {
        List<ResidentErased> untold = erasures.untold();
        untold.forEach(telling::tellAgain);
    }
}
