package id.smartkampung.model.log;

import java.util.Optional;
import java.util.function.Function;

/** Decides, over nothing but the head it has applied, what to do with an event; the same on both sides. */
public final class Receiver {

    private Receiver() {}

    /**
     * Judges one event against what was applied.
     *
     * @param applied the last event applied of this log
     * @param event what arrived
     * @param hashAt the hash that was applied at a position, or empty when it is no longer kept
     */
    public static Verdict judge(LogHead applied, Envelope event, Function<LogPosition, Optional<Hash>> hashAt) {
        if (!event.node().equals(applied.node())) {
            return Verdict.FOREIGN;
        }
        if (!event.dataIsIntact()) {
            return Verdict.CORRUPT;
        }
        if (event.position().compareTo(applied.position()) <= 0) {
            return repeatOrFork(applied, event, hashAt);
        }
        if (!event.position().equals(applied.position().next())) {
            return Verdict.GAP;
        }
        return event.prevHash().equals(applied.hash()) ? Verdict.ACCEPT : Verdict.FORK;
    }

    private static Verdict repeatOrFork(LogHead applied, Envelope event, Function<LogPosition, Optional<Hash>> hashAt) {
        Optional<Hash> known = event.position().equals(applied.position())
                ? Optional.of(applied.hash())
                : hashAt.apply(event.position());
        Hash hash = event.hash();
        return known.map(hash::equals).orElse(true) ? Verdict.REPEAT : Verdict.FORK;
    }
}
