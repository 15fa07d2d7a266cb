package id.smartkampung.village.inbox;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Course;
import id.smartkampung.model.protocol.ReturnedTail;
import id.smartkampung.village.greeting.TailFetch;
import id.smartkampung.village.greeting.TailFetch.Wanted;
import id.smartkampung.village.greeting.Welcomes;
import id.smartkampung.village.log.LogMarks;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogState.Halt;
import id.smartkampung.village.log.RelaySignal;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what the district gives back of our log after a restore. */
@ApplicationScoped
class TailInbox {

    private final TailFetch fetch;
    private final Homecoming homecoming;
    private final Welcomes welcomes;
    private final LogQueries log;
    private final LogMarks marks;
    private final RelaySignal relay;
    private final VillageProfile village;

    TailInbox(
            TailFetch fetch,
            Homecoming homecoming,
            Welcomes welcomes,
            LogQueries log,
            LogMarks marks,
            RelaySignal relay,
            VillageProfile village) {
        this.fetch = fetch;
        this.homecoming = homecoming;
        this.welcomes = welcomes;
        this.log = log;
        this.marks = marks;
        this.relay = relay;
        this.village = village;
    }

    /** Takes one part, if it is the one that we asked for. */
    @Transactional(TxType.MANDATORY)
    void take(Control.Tail tail) {
        LogHead after = tail.after().head(village.node());
        Optional<Wanted> wanted = tail.node().equals(village.node())
                ? fetch.wanted(tail.nonce(), after, tail.untoldAfter())
                : Optional.empty();
        if (wanted.isEmpty()) {
            return;
        }
        List<Envelope> part = tail.events().stream()
                .map(event -> event.envelope(village.node()))
                .toList();
        if (wanted.get().course() instanceof Course.Continue onward) {
            untold(onward, wanted.get().fetched(), part);
            relay.wake();
            return;
        }
        if (wanted.get().course() instanceof Course.Fork fork && tail.untoldAfter() != null) {
            untold(fork, part);
            relay.wake();
            return;
        }
        Optional<LogHead> end = ReturnedTail.end(after, part);
        if (part.isEmpty() || end.isEmpty()) {
            Log.errorf("LOST: the district does not give back what follows %s", after.position());
            marks.halted(Halt.LOST);
            fetch.fail();
            return;
        }
        try {
            if (wanted.get().course() instanceof Course.Recover recover) {
                recover(recover, after, part, end.get());
            } else if (wanted.get().course() instanceof Course.Fork fork) {
                fork(fork, wanted.get(), part, end.get());
            }
        } catch (RuntimeException e) {
            // Whatever it is, the other words of the district are heard; a person sees that we stand still.
            Log.error("what the district gave back is not taken", e);
            fetch.fail();
        }
        relay.wake();
    }

    /** What we left behind a fork, and no longer knew of, is told anew; whatever becomes of that, we go on. */
    private void untold(Course.Continue onward, List<Envelope> before, List<Envelope> part) {
        if (!part.isEmpty()) {
            fetch.keepUntold(part);
            return;
        }
        try {
            homecoming.tellAnew(before);
        } catch (RuntimeException e) {
            // The district keeps it, and says so with the next hello.
            Log.error("what was left behind a fork is not told anew", e);
        }
        fetch.endUntold();
        welcomes.goOn(onward.sendAfter());
    }

    /** What an earlier fork left, and we no longer know of, belongs to what the district has beside our work. */
    private void untold(Course.Fork fork, List<Envelope> part) {
        if (part.isEmpty()) {
            fetch.endUntold(fork);
        } else {
            fetch.keepUntold(part);
        }
    }

    private void recover(Course.Recover recover, LogHead after, List<Envelope> part, LogHead end) {
        if (!log.head().equals(after)) {
            Log.info("somebody worked here while this server was recovering; the district is asked anew");
            fetch.end();
            return;
        }
        homecoming.takeBack(after, part);
        Log.infof("RECOVERING: got back %d events up to %s", part.size(), end.position());
        if (end.position().compareTo(recover.to().position()) >= 0) {
            fetch.end();
        } else {
            fetch.reached(end);
        }
    }

    private void fork(Course.Fork fork, Wanted wanted, List<Envelope> part, LogHead end) {
        if (end.position().compareTo(fork.theirs().position()) < 0) {
            fetch.keep(part, end);
            return;
        }
        List<Envelope> theirs = new ArrayList<>(wanted.fetched());
        theirs.addAll(part);
        homecoming.fork(fork, theirs, wanted.left());
        Log.warnf(
                "FORKED: this server goes on after %s in epoch %d",
                fork.common().position(), fork.epoch());
        fetch.end();
    }
}
