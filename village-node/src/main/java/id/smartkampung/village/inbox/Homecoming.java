package id.smartkampung.village.inbox;

import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Course;
import id.smartkampung.model.protocol.Reunion;
import id.smartkampung.model.protocol.Untold;
import id.smartkampung.village.log.Erasures;
import id.smartkampung.village.log.LogException;
import id.smartkampung.village.log.LogHistory;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.StoredEvent;
import id.smartkampung.village.recovery.Recovery;
import id.smartkampung.village.trust.KeyRotation;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a restored village right, rows and log together.
 *
 * <p>In a transaction of its own: what cannot be put right must not keep the other words of the district from us.
 */
@ApplicationScoped
class Homecoming {

    private static final int BATCH = 500;

    private final Recovery rows;
    private final LogHistory history;
    private final LogQueries log;
    private final Erasures erasures;
    private final KeyRotation keys;

    Homecoming(Recovery rows, LogHistory history, LogQueries log, Erasures erasures, KeyRotation keys) {
        this.rows = rows;
        this.history = history;
        this.log = log;
        this.erasures = erasures;
        this.keys = keys;
    }

    /** Takes back what was lost behind our end. */
    @Transactional(TxType.REQUIRES_NEW)
    void takeBack(LogHead after, List<Envelope> events) {
        for (Envelope event : events) {
            if (event.type().equals(EventType.KEY_ROTATED_V1.wireName())) {
                keys.takeBack(rotation(event), event.time());
            }
        }
        rows.takeBack(events, erasures.persons());
        history.takeBack(after, events);
    }

    /**
     * Goes on in a new epoch with our own work, and takes over what only the district has.
     *
     * @param left what an earlier fork left and was not told anew: of its subjects newer than all of their history
     */
    @Transactional(TxType.REQUIRES_NEW)
    void fork(Course.Fork fork, List<Envelope> theirs, List<Envelope> left) {
        requireWhole(left);
        LogHead end = log.head();
        List<Envelope> ours = ours(fork.common(), end);
        if (theirs.stream().anyMatch(event -> event.type().equals(EventType.KEY_ROTATED_V1.wireName()))) {
            throw new LogException("the key was changed behind " + fork.common().position()
                    + " and lost here: this server must join anew");
        }
        List<Envelope> known = new ArrayList<>(theirs);
        known.addAll(left);
        Reunion reunion = Reunion.of(fork.common(), fork.epoch(), ours, known, Homecoming::erases);
        rows.reunite(reunion, known, erasures.persons());
        history.leave(fork.common(), end, reunion.renumbered());
    }

    /** Tells anew what was left behind a fork and only the district has. */
    @Transactional(TxType.REQUIRES_NEW)
    void tellAnew(List<Envelope> given) {
        requireWhole(given);
        List<Envelope> lacking = Untold.lacking(given, log::toldSince);
        Log.warnf("of %d subjects that this server left behind a fork it tells %d anew", given.size(), lacking.size());
        rows.tellAnew(lacking, erasures.persons());
    }

    private static boolean erases(Envelope event) {
        return event.type().equals(EventType.RESIDENT_ERASED_V1.wireName());
    }

    private static void requireWhole(List<Envelope> left) {
        if (!left.stream()
                .allMatch(event -> Hash.sha256(event.salt(), event.data()).equals(event.dataHash()))) {
            throw new LogException("the data of an event that was left is not what its header promises");
        }
    }

    private List<Envelope> ours(LogHead common, LogHead end) {
        List<Envelope> ours = new ArrayList<>();
        LogHead last = common;
        while (last.position().compareTo(end.position()) < 0) {
            List<StoredEvent> batch = log.after(last.position(), BATCH);
            if (batch.isEmpty() || !batch.stream().allMatch(StoredEvent::isIntact)) {
                throw new LogException("the log is not whole behind " + last.position());
            }
            batch.forEach(event -> ours.add(event.envelope()));
            last = ours.get(ours.size() - 1).head();
        }
        return ours;
    }

    private static KeyRotated rotation(Envelope event) {
        try {
            return (KeyRotated) EventJson.read(EventType.KEY_ROTATED_V1, event.data());
        } catch (EventFormatException e) {
            throw new LogException("the key of " + event.position() + " is none", e);
        }
    }
}
