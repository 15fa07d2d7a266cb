package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.protocol.Judgement.Accepted;
import id.smartkampung.model.protocol.Judgement.Branch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What a receiver holds of histories that the sender left and has not told anew since: of each subject the last event.
 *
 * <p>Who forks its epoch tells all of it anew, behind its own work. Who is set back a second time before that has arrived
 * no longer knows of it: the receiver is then the only one, and gives it back with the next hello.
 *
 * @param places of the last event of each subject
 */
public record Untold(Map<String, LogPosition> places) {

    public static final Untold NOTHING = new Untold(Map.of());

    public Untold {
        places = Map.copyOf(places);
    }

    /** An event of a history that was left, in the order of that history. */
    public record Told(String subject, LogPosition position) {}

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /**
     * What is untold after a turn: whatever a branch leaves becomes so, whatever is accepted no longer is.
     *
     * @param behind the events about rows of the history that a branch leaves, behind the common one and in their order
     * @param about the subjects that an event tells of; mostly its own
     */
    public Untold after(
            Judgement judgement,
            Function<Branch, List<Told>> behind,
            Function<Envelope, ? extends Collection<String>> about) {
        Map<String, LogPosition> untold = new HashMap<>(places);
        List<Branch> branches = new ArrayList<>(judgement.branches());
        for (Accepted accepted : judgement.accepted()) {
            Envelope event = accepted.envelope();
            while (!branches.isEmpty()
                    && branches.get(0).left().position().epoch()
                            < event.position().epoch()) {
                leave(untold, behind.apply(branches.remove(0)));
            }
            about.apply(event).forEach(untold::remove);
        }
        return new Untold(untold);
    }

    /** What was untold before stands: had this history told of it, it would no longer be. */
    private static void leave(Map<String, LogPosition> untold, List<Told> history) {
        Map<String, LogPosition> last = new HashMap<>();
        history.forEach(told -> last.put(told.subject(), told.position()));
        last.forEach(untold::putIfAbsent);
    }

    /**
     * What the sender lacks of what the receiver gives back.
     *
     * @param given the events, those of one subject in their order
     * @param toldSince whether our log has an event of this subject in a newer epoch than this one
     */
    public static List<Envelope> lacking(List<Envelope> given, BiPredicate<String, Integer> toldSince) {
        Map<String, Envelope> lacking = new LinkedHashMap<>();
        for (Envelope event : given) {
            lacking.remove(event.subject());
            if (!toldSince.test(event.subject(), event.position().epoch())) {
                lacking.put(event.subject(), event);
            }
        }
        return List.copyOf(lacking.values());
    }
}
