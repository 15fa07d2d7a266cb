package id.smartkampung.village.greeting;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.protocol.Course;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.village.log.LogMarks;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogState.Halt;
import id.smartkampung.village.log.PayloadPruning;
import id.smartkampung.village.log.RelaySignal;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.PinnedDistrict;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/** What the district answers to our hello, and what follows from it. */
@ApplicationScoped
public class Welcomes {

    private final Greeting greeting;
    private final LogQueries log;
    private final LogMarks marks;
    private final PayloadPruning payloads;
    private final TailFetch tail;
    private final PinnedDistrict district;
    private final RelaySignal relay;
    private final VillageProfile village;
    private final TransactionSynchronizationRegistry transaction;

    Welcomes(
            Greeting greeting,
            LogQueries log,
            LogMarks marks,
            PayloadPruning payloads,
            TailFetch tail,
            PinnedDistrict district,
            RelaySignal relay,
            VillageProfile village,
            TransactionSynchronizationRegistry transaction) {
        this.greeting = greeting;
        this.log = log;
        this.marks = marks;
        this.payloads = payloads;
        this.tail = tail;
        this.district = district;
        this.relay = relay;
        this.village = village;
        this.transaction = transaction;
    }

    /** Decides how to go on. That a log is frozen concerns whoever hears it, whoever asked. */
    @Transactional(TxType.MANDATORY)
    public void heard(Control.Welcome welcome) {
        if (!welcome.node().equals(village.node())) {
            return;
        }
        marks.heard();
        pin(welcome.keys());
        Optional<List<LogHead>> places = greeting.placesOf(welcome.nonce());
        if (welcome.frozen()) {
            halt(Halt.FROZEN);
        } else if (places.isPresent()) {
            take(Hello.decide(sent(places.get()), answer(welcome)), welcome.untold() != null);
        } else if (welcome.nonce().equals(Hello.UNASKED)) {
            released();
        }
    }

    /** A person has decided. Whether for this machine, the answer to a hello says. */
    private void released() {
        if (log.state().halt() == Halt.FROZEN) {
            Log.info("the district lets this village go on; it is asked anew");
            afterCommit(() -> {
                greeting.begin();
                relay.wake();
            });
        }
    }

    /** The word was signed with a key that we believe, so it may name the next one. */
    private void pin(List<String> keys) {
        List<VerifyKey> named = keys.stream().map(VerifyKey::ofBase64).toList();
        if (!named.isEmpty() && !named.equals(district.keys())) {
            district.pin(named);
        }
    }

    private Hello.Sent sent(List<LogHead> places) {
        LogPosition pruned = payloads.firstKept()
                .map(kept -> kept.sequence() == 1
                        ? LogPosition.START
                        : log.headAt(kept.sequence() - 1).position())
                .orElseGet(() -> log.head().position());
        return new Hello.Sent(log, log::headAt, places, log.state().acked(), pruned);
    }

    private static Hello.Welcome answer(Control.Welcome welcome) {
        return new Hello.Welcome(
                welcome.applied().head(welcome.node()), welcome.common().head(welcome.node()), welcome.frozen());
    }

    private void take(Course course, boolean untold) {
        if (course instanceof Course.Continue onward) {
            goOn(onward.sendAfter(), untold);
        } else if (course instanceof Course.SendFrom again) {
            Log.warnf("the district was restored: what comes after %s is sent again", again.sendAfter());
            goOn(again.sendAfter(), untold);
        } else if (course instanceof Course.AskAgain closer) {
            greeting.askAgain(closer.anchors());
            relay.wake();
        } else if (course instanceof Course.Recover recover) {
            Log.warnf(
                    "RESTORED: the district has events of ours up to %s that this server lost",
                    recover.to().position());
            marks.halted(Halt.RESTORED);
            LogHead head = log.head();
            afterCommit(() -> {
                tail.begin(recover, head);
                relay.wake();
            });
        } else if (course instanceof Course.Fork fork) {
            Log.errorf(
                    "FORK: after %s the district holds another history than this server",
                    fork.common().position());
            marks.forkedAt(fork.common().position().next());
            marks.halted(Halt.FORKED);
            afterCommit(() -> {
                tail.begin(fork, untold);
                relay.wake();
            });
        } else if (course instanceof Course.Resync again) {
            // What was emptied since goes as a place in the chain; the district asks for the rows as they are now.
            Log.warnf("the district was restored to %s, before what is kept here with its data", again.sendAfter());
            goOn(again.sendAfter(), untold);
        } else {
            halt(Halt.FROZEN);
        }
    }

    /** What only the district has of us is told anew before we go on. */
    private void goOn(LogPosition after, boolean untold) {
        if (!untold) {
            goOn(after);
            return;
        }
        LogHead place = log.headAt(after.sequence());
        afterCommit(() -> {
            tail.begin(new Course.Continue(after), place);
            relay.wake();
        });
    }

    /** Nothing is left to ask; sending begins behind this place. */
    @Transactional(TxType.MANDATORY)
    public void goOn(LogPosition after) {
        marks.goOnAfter(after);
        afterCommit(() -> {
            greeting.answered(true);
            Log.infof("the district has welcomed this server; sending goes on after %s", after);
            relay.wake();
        });
    }

    private void halt(Halt halt) {
        Log.errorf("%s: nothing is sent until a person has decided", halt);
        marks.halted(halt);
        afterCommit(() -> greeting.answered(false));
    }

    /** What is rolled back is read again, and must be decided again. */
    private void afterCommit(Runnable then) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is left to write.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    then.run();
                }
            }
        });
    }
}
