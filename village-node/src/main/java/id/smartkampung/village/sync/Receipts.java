package id.smartkampung.village.sync;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.village.log.LogMarks;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.RelaySignal;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** What the district says about our log: how far it has come, and what it misses. */
@ApplicationScoped
public class Receipts {

    private final LogQueries log;
    private final LogMarks marks;
    private final RelaySignal relay;
    private final VillageProfile village;

    Receipts(LogQueries log, LogMarks marks, RelaySignal relay, VillageProfile village) {
        this.log = log;
        this.marks = marks;
        this.relay = relay;
        this.village = village;
    }

    /** Takes the district at its word only where its hash is our own: anything else is another history. */
    @Transactional(TxType.MANDATORY)
    public void acknowledged(Control.Ack ack) {
        if (isForeign(ack.node().value())) {
            return;
        }
        marks.heard();
        LogPosition position = new LogPosition(ack.epoch(), ack.sequence());
        Hash theirs = Hash.ofHex(ack.hash());
        Optional<Hash> ours = log.hashAt(position);
        if (ours.isPresent() && ours.get().equals(theirs)) {
            marks.notForked();
            marks.acknowledged(position, theirs.bytes());
            return;
        }
        Log.errorf("FORK: the district holds another history than this server at %s; nothing is sent", position);
        marks.forkedAt(position);
    }

    /** Sends again what the district misses. What it was told before a restore of its own counts no more than this. */
    @Transactional(TxType.MANDATORY)
    public void missing(Control.Nak nak) {
        if (isForeign(nak.node().value())) {
            return;
        }
        marks.heard();
        LogPosition position = new LogPosition(nak.epoch(), nak.sequence());
        if (marks.sendAgainAfter(position)) {
            Log.infof("the district misses what comes after %s; it is sent again", position);
            relay.wake();
        }
    }

    private boolean isForeign(String node) {
        boolean foreign = !node.equals(village.node().value());
        if (foreign) {
            Log.warnf("the down topic carries a word for %s, which is not us", node);
        }
        return foreign;
    }
}
