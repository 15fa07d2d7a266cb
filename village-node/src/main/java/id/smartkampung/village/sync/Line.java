package id.smartkampung.village.sync;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is known of the line to the broker of the district. */
@ApplicationScoped
public class Line {

    private volatile boolean connected;
    private volatile LineException.Reason trouble;

    /** The broker has answered. */
    public void heard() {
        if (!connected) {
            connected = true;
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

    boolean isConnected() {
        return connected;
    }

    Optional<LineException.Reason> trouble() {
        return Optional.ofNullable(trouble);
    }
}
