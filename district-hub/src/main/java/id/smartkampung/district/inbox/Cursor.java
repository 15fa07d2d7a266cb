package id.smartkampung.district.inbox;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;

/**
 * How far the log of one village has been applied.
 *
 * @param head the last event applied
 * @param announced the end of the log as the village last told it, null before it told any
 * @param gapTo the last event known to be missing, null when none is
 * @param topicId the topic that the offset belongs to, null before the first record
 * @param offset where to go on reading; a hint, the chain decides
 */
record Cursor(LogHead head, LogPosition announced, Long gapTo, State state, String topicId, long offset) {

    /** Whether the log is taken in. */
    enum State {
        RECEIVING,
        /** The breaker opened: too many events could not be applied. */
        PAUSED,
        /** The same untrustworthy record came twice. */
        FROZEN
    }

    boolean isReceiving() {
        return state == State.RECEIVING;
    }

    /** Whether the village is known to have events that were not applied. */
    boolean isBehind() {
        return gapTo != null || (announced != null && announced.compareTo(head.position()) > 0);
    }
}
