package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A judgement with a mistake in it, to see whether the simulation finds the mistake. */
public final class PlantedRule {

    private PlantedRule() {}

    /**
     * Judges as production does, but what is thought of each event is turned into something else.
     *
     * @param mistake the verdict after the mistake, by the event and the right verdict
     */
    public static Judgement judge(
            LogHead applied,
            List<Arrival> arrivals,
            Map<LogPosition, Hash> known,
            Gate gate,
            BiFunction<Envelope, Verdict, Verdict> mistake) {
        return Judgement.of(
                applied,
                arrivals,
                known,
                gate,
                (head, event, hashAt) -> mistake.apply(event, Receiver.judge(head, event, hashAt)));
    }
}
