package id.smartkampung.village.sync;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What is known of the line to the broker of the district. */
@ApplicationScoped
public class Line {

    private volatile boolean connected;
    private volatile LineException.Reason trouble;
    private final AtomicInteger recoveries = new AtomicInteger();

    /** The broker has answered. */
    public void heard() {
        if (!connected) {
            connected = true;
            recoveries.incrementAndGet();
            trouble = null;
            Log.info("the line to the district is up");
        }
    }

    /** The broker did not answer, or would not have us. */
    public void lost(LineException.Reason reason) {
        if (connected || trouble != reason) {
            connected = false;
            trouble = reason;
            Log.infof("the line to the district is down: %s", reason);
        }
    }

    /** Changes whenever the line has come back. */
    int recoveries() {
        return recoveries.get();
    }

    /** Whether the broker answers and would not have us. */
    public boolean isRefused() {
        return trouble == LineException.Reason.REFUSED;
    }

    boolean isConnected() {
        return connected;
    }

    Optional<LineException.Reason> trouble() {
        return Optional.ofNullable(trouble);
    }
}
