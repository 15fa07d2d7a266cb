package id.smartkampung.village.proof;

import id.smartkampung.village.sync.SyncStatus;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends what is still to be sent of a snapshot while the line is there; goes on where a stop interrupted it. */
@ApplicationScoped
class SnapshotSender {

    private final SnapshotService snapshots;
    private final SyncStatus line;

    SnapshotSender(SnapshotService snapshots, SyncStatus line) {
        this.snapshots = snapshots;
        this.line = line;
    }

    @Scheduled(every = "${village.proof.look-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        try {
            boolean more = true;
            while (more && line.mayAnnounce()) {
                more = snapshots.sendNext();
            }
        } catch (IllegalStateException e) {
            Log.warnf(e, "the snapshot is not sent on now");
        }
    }
}
