package id.smartkampung.model.lineage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whether a change of villages has lost or doubled anybody: who was in one of them before is in exactly one of them now,
 * on the way between two of them, or was taken out by a village itself.
 *
 * <p>Persons are followed by their ids, since names and numbers are corrected meanwhile.
 *
 * @param persons who were there before, or came later and were handed over
 * @param found those of them who are in exactly one village
 * @param onTheWay those who were handed over and not yet taken over
 * @param withdrawn those whom a village itself took out or made invalid, such as the second record of one person, or
 *     handed on in another change
 * @param inTwo ids that more than one village holds, also of persons who came later
 * @param inNone those of whom nobody can say where they are
 */
public record Conservation(
        long persons, long found, List<UUID> onTheWay, List<UUID> withdrawn, List<UUID> inTwo, List<UUID> inNone) {

    /**
     * Compares what is held at one moment.
     *
     * @param census who was there when the change was announced
     * @param handedOver all who were handed over since
     * @param held for each village the ids of its persons, without what is left of those handed over
     * @param notTaken those of the handed over whom the other village has not confirmed
     * @param out those whom a village took out or made invalid, and did not hand over
     */
    public static Conservation of(
            Set<UUID> census, Set<UUID> handedOver, Collection<Set<UUID>> held, Set<UUID> notTaken, Set<UUID> out) {
        Set<UUID> once = new HashSet<>();
        Set<UUID> inTwo = new TreeSet<>();
        for (Set<UUID> ids : held) {
            for (UUID id : ids) {
                if (!once.add(id)) {
                    inTwo.add(id);
                }
            }
        }
        Set<UUID> persons = new TreeSet<>(census);
        persons.addAll(handedOver);
        Set<UUID> onTheWay = new TreeSet<>();
        Set<UUID> withdrawn = new TreeSet<>();
        Set<UUID> inNone = new TreeSet<>();
        long found = 0;
        for (UUID id : persons) {
            if (once.contains(id)) {
                found += inTwo.contains(id) ? 0 : 1;
            } else if (notTaken.contains(id)) {
                onTheWay.add(id);
            } else if (out.contains(id)) {
                withdrawn.add(id);
            } else {
                inNone.add(id);
            }
        }
        return new Conservation(
                persons.size(),
                found,
                List.copyOf(onTheWay),
                List.copyOf(withdrawn),
                List.copyOf(inTwo),
                List.copyOf(inNone));
    }

    /** Nobody is lost and nobody doubled; some may be on the way. */
    public boolean holds() {
        return inTwo.isEmpty() && inNone.isEmpty();
    }

    /** It holds, and nobody is on the way. */
    public boolean isSettled() {
        return holds() && onTheWay.isEmpty();
    }
}
