package id.smartkampung.model.log;

import java.util.Optional;
import java.util.function.Function;

/**
 * Decides, over nothing but what it has applied, what to do with an event; the same on both sides.
 *
 * <p>Sequences go on through the epochs: a log that forks after sequence 7 continues with sequence 8 of the next epoch.
 * So the history that holds has one event of each sequence, that of the highest epoch applied there.
 */
public final class Receiver {

    private Receiver() {}

    /**
     * Judges one event against what was applied.
     *
     * @param applied the last event applied of this log
     * @param event what arrived
     * @param hashAt the hash that was applied at a position, also of a history that was left since, or empty when there
     *     is none or it is no longer kept
     */
    public static Verdict judge(LogHead applied, Envelope event, Function<LogPosition, Optional<Hash>> hashAt) {
        if (!event.node().equals(applied.node())) {
            return Verdict.FOREIGN;
        }
        if (!event.isSkeleton() && !event.dataIsIntact()) {
            return Verdict.CORRUPT;
        }
        if (event.position().epoch() > applied.position().epoch()) {
            return newEpochOrGap(applied, event, hashAt);
        }
        if (event.position().compareTo(applied.position()) <= 0) {
            return known(applied, event, hashAt);
        }
        if (!event.position().equals(applied.position().next())) {
            return Verdict.GAP;
        }
        return event.prevHash().equals(applied.hash()) ? Verdict.ACCEPT : Verdict.FORK;
    }

    /** The hash of the history that holds, at a sequence not beyond its end. */
    public static Optional<Hash> hashAt(LogHead applied, long sequence, Function<LogPosition, Optional<Hash>> hashAt) {
        if (sequence == applied.position().sequence()) {
            return Optional.of(applied.hash());
        }
        if (sequence == 0) {
            return Optional.of(Hash.ZERO);
        }
        for (int epoch = applied.position().epoch(); epoch >= 1; epoch--) {
            Optional<Hash> hash = hashAt.apply(new LogPosition(epoch, sequence));
            if (hash.isPresent()) {
                return hash;
            }
        }
        return Optional.empty();
    }

    /** Where it cannot be chained, the beginning of its epoch may be missing as well as anything before it. */
    private static Verdict newEpochOrGap(
            LogHead applied, Envelope event, Function<LogPosition, Optional<Hash>> hashAt) {
        long common = event.position().sequence() - 1;
        if (common > applied.position().sequence()) {
            return Verdict.GAP;
        }
        boolean chained =
                hashAt(applied, common, hashAt).map(event.prevHash()::equals).orElse(false);
        return chained ? Verdict.NEW_EPOCH : Verdict.GAP;
    }

    private static Verdict known(LogHead applied, Envelope event, Function<LogPosition, Optional<Hash>> hashAt) {
        Optional<Hash> known = event.position().equals(applied.position())
                ? Optional.of(applied.hash())
                : hashAt.apply(event.position());
        if (known.isEmpty()) {
            return event.position().epoch() < applied.position().epoch() ? Verdict.ORPHAN : Verdict.REPEAT;
        }
        return known.get().equals(event.hash()) ? Verdict.REPEAT : Verdict.FORK;
    }
}
