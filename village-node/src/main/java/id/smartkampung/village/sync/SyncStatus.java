package id.smartkampung.village.sync;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.village.greeting.Greeting;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogState;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.error.FullDisk;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Whether everything has reached the district, and if not, why. */
@ApplicationScoped
public class SyncStatus {

    private final LogQueries log;
    private final Line line;
    private final Greeting greeting;
    private final VillageProfile village;
    private final FullDisk disk;
    private final Clock clock;

    private volatile LogPosition broken;

    SyncStatus(LogQueries log, Line line, Greeting greeting, VillageProfile village, FullDisk disk, Clock clock) {
        this.log = log;
        this.line = line;
        this.greeting = greeting;
        this.village = village;
        this.disk = disk;
        this.clock = clock;
    }

    public SyncView view() {
        LogState state = log.state();
        return new SyncView(
                state(state),
                state.waiting(),
                unsent(state),
                state.head().position().sequence(),
                state.acked().sequence(),
                state.ackedAt(),
                isToday(state.ackedAt()),
                state.lastContactAt(),
                state.oldestWaitingAt(),
                line.isConnected(),
                state.resends(),
                state.provenAt(),
                isToday(state.provenAt()),
                state.proven() == null ? null : Long.valueOf(state.proven().sequence()),
                trouble(state));
    }

    private boolean isToday(Instant instant) {
        return instant != null && Wib.dateOf(instant).equals(Wib.dateOf(clock.instant()));
    }

    /**
     * Whether this server may say something of itself now, and not only what people did: a restored one that has done
     * nothing must not fork its history by such a word before the district has said that it has no more of us.
     */
    public boolean mayAnnounce() {
        if (village.training() || !line.isConnected() || !greeting.isWelcomed()) {
            return false;
        }
        LogState state = log.state();
        return state.fork() == null && state.halt() == null;
    }

    /** The first event that is not as it was numbered, or null. */
    void brokenAt(LogPosition position) {
        if (!Objects.equals(broken, position)) {
            broken = position;
            if (position == null) {
                Log.info("the outbox is whole again");
            } else {
                Log.errorf("INTEGRITY: the event at %s is not as it was numbered; it is not sent", position);
            }
        }
    }

    private SyncView.State state(LogState state) {
        if (village.training()) {
            return SyncView.State.TRAINING;
        }
        if (disk.since().isPresent()) {
            return SyncView.State.DISK_FULL;
        }
        if (!state.durable()) {
            return SyncView.State.UNSAFE_DATABASE;
        }
        if (state.halt() != null) {
            return state(state.halt());
        }
        if (state.fork() != null) {
            return SyncView.State.FORKED;
        }
        if (broken != null) {
            return SyncView.State.INTEGRITY;
        }
        if (line.trouble().equals(Optional.of(LineException.Reason.NOT_JOINED))) {
            return SyncView.State.NOT_JOINED;
        }
        if (state.waiting() == 0) {
            return SyncView.State.DELIVERED;
        }
        if (line.isConnected()) {
            return unsent(state) == 0 ? SyncView.State.UNANSWERED : SyncView.State.SENDING;
        }
        return line.trouble().map(SyncStatus::state).orElse(SyncView.State.WAITING_FOR_NETWORK);
    }

    private static SyncView.State state(LogState.Halt halt) {
        return switch (halt) {
            case RESTORED -> SyncView.State.RESTORED;
            case LOST -> SyncView.State.LOST;
            case FORKED -> SyncView.State.FORKED;
            case FROZEN -> SyncView.State.FROZEN;
        };
    }

    private static SyncView.State state(LineException.Reason trouble) {
        return switch (trouble) {
            case NO_BROKER -> SyncView.State.WAITING_FOR_NETWORK;
            case NO_TOPIC -> SyncView.State.WAITING_FOR_DISTRICT;
            case NOT_JOINED -> SyncView.State.NOT_JOINED;
            case CLOCK -> SyncView.State.CLOCK;
            case REFUSED -> SyncView.State.REFUSED;
        };
    }

    private static long unsent(LogState state) {
        LogPosition sent = state.sent();
        LogPosition head = state.head().position();
        return sent.epoch() == head.epoch()
                ? Math.min(state.waiting(), head.sequence() - sent.sequence())
                : state.waiting();
    }

    private Long trouble(LogState state) {
        LogPosition position = state.fork() != null ? state.fork() : broken;
        return position == null ? null : position.sequence();
    }
}
