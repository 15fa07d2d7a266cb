package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a village that was restored and worked on goes on: its own work gets new numbers, and what the district has beside
 * it is taken over.
 *
 * <p>An erasure is a duty and no work that could be weighed against other work: whoever of the two told of it, it holds.
 *
 * @param renumbered our events behind the common one, in the new epoch
 * @param takenOver the last event of each subject that only they have: its state becomes ours, and is told anew
 * @param contested the subjects that both have worked on: ours holds, and a person looks at theirs
 */
public record Reunion(List<Envelope> renumbered, List<Envelope> takenOver, Set<String> contested) {

    /**
     * @param common the last event that both have
     * @param epoch the new one
     * @param ours our events behind the common one
     * @param theirs what the district holds behind it
     */
    public static Reunion of(LogHead common, int epoch, List<Envelope> ours, List<Envelope> theirs) {
        return of(common, epoch, ours, theirs, event -> false);
    }

    /**
     * As {@link #of(LogHead, int, List, List)}, where some of the events erase a person.
     *
     * @param erases whether an event does
     */
    public static Reunion of(
            LogHead common, int epoch, List<Envelope> ours, List<Envelope> theirs, Predicate<Envelope> erases) {
        LogHead head = new LogHead(
                common.node(), new LogPosition(epoch, common.position().sequence()), common.hash());
        List<Envelope> renumbered = new ArrayList<>(ours.size());
        Set<String> touched = new HashSet<>();
        Set<String> erased = new HashSet<>();
        for (Envelope event : ours) {
            Envelope next = event.renumbered(head);
            renumbered.add(next);
            touched.add(event.subject());
            if (erases.test(event)) {
                erased.add(event.subject());
            }
            head = next.head();
        }
        Map<String, Envelope> takenOver = new LinkedHashMap<>();
        Set<String> contested = new HashSet<>();
        for (Envelope event : theirs) {
            if (erased.contains(event.subject())) {
                continue;
            }
            if (touched.contains(event.subject()) && !erases.test(event)) {
                contested.add(event.subject());
            } else {
                contested.remove(event.subject());
                takenOver.remove(event.subject());
                takenOver.put(event.subject(), event);
            }
        }
        return new Reunion(List.copyOf(renumbered), List.copyOf(takenOver.values()), Set.copyOf(contested));
    }
}
