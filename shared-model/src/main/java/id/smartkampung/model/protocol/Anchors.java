package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Receiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Places of a log that its sender names in a hello, so that the receiver can tell where their histories part.
 *
 * <p>Dense at the end and sparse before, always with the start; when the parting lies between two of them, the next
 * hello divides what is between. So it is found in a few rounds, whatever the length of the log.
 */
public final class Anchors {

    /** So many places in one hello: about two kibibytes. */
    static final int MOST = 24;

    private static final int DENSE = 8;

    private Anchors() {}

    /**
     * The places of a first hello.
     *
     * @param at the head of our history at a sequence
     */
    public static List<LogHead> of(LogHead head, LongFunction<LogHead> at) {
        TreeSet<Long> sequences = new TreeSet<>();
        long end = head.position().sequence();
        long step = 1;
        for (long sequence = end; sequence > 0 && sequences.size() < MOST - 1; sequence -= step) {
            sequences.add(sequence);
            if (sequences.size() > DENSE) {
                step *= 4;
            }
        }
        sequences.add(0L);
        return heads(sequences, at);
    }

    /** The places of a further hello: those between two sequences, both included. */
    public static List<LogHead> between(long common, long parted, LongFunction<LogHead> at) {
        TreeSet<Long> sequences = new TreeSet<>(List.of(common, parted));
        long width = parted - common;
        for (int i = 1; i < MOST - 1; i++) {
            sequences.add(common + width * i / (MOST - 1));
        }
        return heads(sequences, at);
    }

    private static List<LogHead> heads(NavigableSet<Long> sequences, LongFunction<LogHead> at) {
        List<LogHead> heads = new ArrayList<>();
        for (long sequence : sequences.descendingSet()) {
            heads.add(at.apply(sequence));
        }
        return Collections.unmodifiableList(heads);
    }

    /**
     * The receiver's side: the furthest of these places that lies on the history it holds.
     *
     * @param applied what the receiver has applied
     * @param hashAt as in {@link Receiver#judge}
     */
    public static Optional<LogHead> common(
            LogHead applied, List<LogHead> anchors, Function<LogPosition, Optional<Hash>> hashAt) {
        return anchors.stream()
                .filter(anchor ->
                        anchor.position().sequence() <= applied.position().sequence())
                .filter(anchor -> Receiver.hashAt(applied, anchor.position().sequence(), hashAt)
                        .map(anchor.hash()::equals)
                        .orElse(false))
                .max((a, b) ->
                        Long.compare(a.position().sequence(), b.position().sequence()));
    }
}
