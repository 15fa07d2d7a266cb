package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether events that the receiver gives back are what it applied of our log. */
public final class ReturnedTail {

    private ReturnedTail() {}

    /**
     * Where the events lead.
     *
     * @param after what we have, or what was given back before
     * @return empty when they are not one unbroken chain behind it
     */
    public static Optional<LogHead> end(LogHead after, List<Envelope> events) {
        List<Arrival> arrivals = new ArrayList<>(events.size());
        events.forEach(event -> arrivals.add(new Arrival.Event(0, event, Optional.empty())));
        Judgement judgement = Judgement.of(after, arrivals, Map.of(), Gate.OPEN);
        return judgement.accepted().size() == events.size() ? Optional.of(judgement.head()) : Optional.empty();
    }
}
