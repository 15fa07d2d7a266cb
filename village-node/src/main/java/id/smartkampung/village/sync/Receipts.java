package id.smartkampung.village.sync;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Sender;
import id.smartkampung.village.greeting.Greeting;
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
    private final Greeting greeting;
    private final RelaySignal relay;
    private final VillageProfile village;

    Receipts(LogQueries log, LogMarks marks, Greeting greeting, RelaySignal relay, VillageProfile village) {
        this.log = log;
        this.marks = marks;
        this.greeting = greeting;
        this.relay = relay;
        this.village = village;
    }

    /** Takes the district at its word only where its hash is our own: anything else is another history. */
    @Transactional(TxType.MANDATORY)
    public void acknowledged(Control.Ack ack) {
        if (isForeign(ack.node())) {
            return;
        }
        marks.heard();
        LogHead applied = new LogHead(ack.node(), new LogPosition(ack.epoch(), ack.sequence()), Hash.ofHex(ack.hash()));
        switch (Sender.receipt(log, log.state().acked(), applied)) {
            case NEWS -> {
                marks.notForked();
                marks.acknowledged(applied.position(), applied.hash().bytes());
                proven(ack);
            }
            case KNOWN -> {
                marks.notForked();
                proven(ack);
            }
            case LOWER -> {
                marks.notForked();
                sendAgainAfter(applied.position());
            }
            case OTHER_HISTORY -> {
                if (!greeting.isWelcomed()) {
                    // A hello is under way, and its answer says what this means.
                    return;
                }
                Log.errorf(
                        "FORK: the district holds another history than this server at %s; nothing is sent",
                        applied.position());
                marks.forkedAt(applied.position());
            }
        }
    }

    private void proven(Control.Ack ack) {
        if (ack.proven() != null) {
            marks.proven(ack.proven().position(), ack.proven().at());
        }
    }

    /** Sends again what the district misses. What it was told before a restore of its own counts no more than this. */
    @Transactional(TxType.MANDATORY)
    public void missing(Control.Nak nak) {
        if (isForeign(nak.node())) {
            return;
        }
        marks.heard();
        sendAgainAfter(new LogPosition(nak.epoch(), nak.sequence()));
    }

    private void sendAgainAfter(LogPosition missed) {
        Optional<LogPosition> after = Sender.sendAgainAfter(log, log.state().sent(), missed);
        if (after.isPresent() && marks.sendAgainAfter(after.get())) {
            Log.infof("the district misses what comes after %s; it is sent again", missed);
            relay.wake();
        }
    }

    private boolean isForeign(NodeId node) {
        boolean foreign = !node.equals(village.node());
        if (foreign) {
            Log.warnf("the down topic carries a word for %s, which is not us", node);
        }
        return foreign;
    }
}
