package id.smartkampung.village.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay: those who commit ring and go on at once, whatever the relay is doing. */
@ApplicationScoped
public class RelaySignal {

    private final Semaphore rung = new Semaphore(0);

    public void wake() {
        rung.release();
    }

    /** Waits for a ring or the time, and takes all rings that have come. */
    public void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
