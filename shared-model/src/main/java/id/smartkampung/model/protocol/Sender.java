package id.smartkampung.model.protocol;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.Optional;

/** Decides what the words of a receiver mean for the sender of a log; the same on both sides. */
public final class Sender {

    private Sender() {}

    /** What an acknowledgement means. */
    public enum Receipt {
        /** The receiver has applied more of our log than we knew. */
        NEWS,
        /** Nothing that we did not know. */
        KNOWN,
        /**
         * The receiver has applied less than it had: it was restored, or this is a late word. A hello settles which;
         * nothing may be thrown away on the strength of what it said before.
         */
        LOWER,
        /**
         * The receiver holds an event that is not ours. Before a completed hello we may be a restored copy; after it,
         * somebody else writes our log, and we must stop.
         */
        OTHER_HISTORY
    }

    /**
     * Holds an acknowledgement against our log.
     *
     * @param acked the furthest that was acknowledged so far
     * @param applied what the receiver says it has applied
     */
    public static Receipt receipt(OwnLog log, LogPosition acked, LogHead applied) {
        LogPosition position = applied.position();
        Optional<LogPosition> meeting = log.meeting(position);
        if (meeting.isEmpty()) {
            return Receipt.OTHER_HISTORY;
        }
        if (!meeting.get().equals(position)) {
            // It still stands on the history that we left, or stands there again.
            return acked.epoch() > position.epoch() ? Receipt.LOWER : Receipt.KNOWN;
        }
        if (!log.hashAt(position).orElseThrow().equals(applied.hash())) {
            return Receipt.OTHER_HISTORY;
        }
        int comparison = position.compareTo(acked);
        if (comparison == 0) {
            return Receipt.KNOWN;
        }
        return comparison > 0 ? Receipt.NEWS : Receipt.LOWER;
    }

    /**
     * What to send again when the receiver misses what comes after a position.
     *
     * @param sent the broker has everything up to here
     * @return after which position to go on sending; empty when nothing behind it was sent, or the word is not about
     *     our history
     */
    public static Optional<LogPosition> sendAgainAfter(OwnLog log, LogPosition sent, LogPosition asked) {
        return log.meeting(asked).filter(position -> position.compareTo(sent) < 0);
    }
}
