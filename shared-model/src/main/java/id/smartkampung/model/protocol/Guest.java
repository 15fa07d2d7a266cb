package id.smartkampung.model.protocol;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which machine speaks as a village, as the receiver remembers it.
 *
 * @param fingerprint of the machine and the database that said hello last, null before the first
 * @param before of those that another took the place of
 * @param topicId the topic of the last hello
 * @param offset its place there: a hello that is read again is not a new one
 */
public record Guest(String fingerprint, Set<String> before, String topicId, long offset) {

    public static final Guest UNKNOWN = new Guest(null, Set.of(), null, -1);

    public Guest {
        before = Set.copyOf(before);
    }

    /** What a hello means for it. */
    public enum Greeting {
        /** The machine that we know. */
        SAME,
        /** The first, or one that takes the place of the last: worth telling, and fine after a move or a restore. */
        CHANGED,
        /** One whose place another took speaks again: there are two of them. */
        CLONE
    }

    public Greeting greeting(String topic, long at, String newFingerprint) {
        if (isReadAgain(topic, at) || newFingerprint.equals(fingerprint)) {
            return Greeting.SAME;
        }
        return before.contains(newFingerprint) ? Greeting.CLONE : Greeting.CHANGED;
    }

    /** What is remembered after a hello. */
    public Guest after(String topic, long at, String newFingerprint) {
        if (isReadAgain(topic, at)) {
            return this;
        }
        Set<String> replaced = new TreeSet<>(before);
        if (fingerprint != null && !fingerprint.equals(newFingerprint)) {
            replaced.add(fingerprint);
        }
        return new Guest(newFingerprint, replaced, topic, at);
    }

    /** What is remembered after a person has picked the machine that goes on: the others stay replaced. */
    public Guest picked(String chosen) {
        Set<String> replaced = new TreeSet<>(before);
        if (fingerprint != null) {
            replaced.add(fingerprint);
        }
        replaced.remove(chosen);
        return new Guest(chosen, replaced, topicId, offset);
    }

    private boolean isReadAgain(String topic, long at) {
        return topic.equals(topicId) && at <= offset;
    }
}
