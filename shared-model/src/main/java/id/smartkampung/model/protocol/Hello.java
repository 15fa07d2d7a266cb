package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Decides what a sender does with the answer to its hello. */
public final class Hello {

    /** The nonce of an answer that nobody asked for: the log was frozen, or is let go on. */
    public static final String UNASKED = "";

    private Hello() {}

    /**
     * What the receiver answered.
     *
     * @param applied what it has applied of our log
     * @param common the furthest of our places that it has too
     * @param frozen whether it takes nothing more from us until a person has decided
     */
    public record Welcome(LogHead applied, LogHead common, boolean frozen) {}

    /**
     * What the sender knows when the answer comes.
     *
     * @param log our log, as it is now
     * @param at the head of our history at a sequence
     * @param anchors the places that our hello named
     * @param acked the furthest that was acknowledged so far
     * @param pruned the last event whose data we no longer have, or the start of the log
     */
    public record Sent(
            OwnLog log, LongFunction<LogHead> at, List<LogHead> anchors, LogPosition acked, LogPosition pruned) {}

    public static Course decide(Sent sent, Welcome welcome) {
        if (welcome.frozen()) {
            return new Course.Frozen();
        }
        OwnLog log = sent.log();
        LogPosition theirs = welcome.applied().position();
        Optional<LogPosition> meeting =
                log.meeting(theirs).filter(position -> !position.equals(theirs) || isOurs(log, welcome.applied()));
        if (meeting.isPresent()) {
            return goOn(sent, meeting.get(), !meeting.get().equals(theirs));
        }
        LogHead head = log.head();
        if (welcome.common().equals(head)) {
            return new Course.Recover(welcome.applied());
        }
        long common = welcome.common().position().sequence();
        long parted = next(sent.anchors(), common).orElse(head.position().sequence());
        if (parted > common + 1) {
            return new Course.AskAgain(Anchors.between(common, parted, sent.at()));
        }
        int epoch = Math.max(head.position().epoch(), theirs.epoch()) + 1;
        return new Course.Fork(welcome.common(), epoch, welcome.applied());
    }

    private static boolean isOurs(OwnLog log, LogHead head) {
        Optional<Hash> hash = log.hashAt(head.position());
        return hash.isPresent() && hash.get().equals(head.hash());
    }

    private static Course goOn(Sent sent, LogPosition after, boolean leftBranch) {
        if (after.compareTo(sent.pruned()) < 0) {
            return new Course.Resync(after);
        }
        boolean lost =
                after.compareTo(sent.acked()) < 0 || (leftBranch && sent.acked().epoch() > after.epoch());
        return lost ? new Course.SendFrom(after) : new Course.Continue(after);
    }

    /** The nearest place behind the common one that the receiver has not. */
    private static Optional<Long> next(List<LogHead> anchors, long common) {
        return anchors.stream()
                .map(anchor -> anchor.position().sequence())
                .filter(sequence -> sequence > common)
                .min(Long::compare);
    }
}
