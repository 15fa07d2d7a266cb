package id.smartkampung.village.register;

import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.web.error.RefusedException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * How many heads some families have. What somebody does to them may leave none without its head and give none a second;
 * a family that the register never knew otherwise stands in nobody's way.
 */
public final class Heads {

    private final Map<UUID, Household> before;

    private Heads(Map<UUID, Household> before) {
        this.before = before;
    }

    /** Members of a family who live here, and how many of them are heads. */
    private record Household(int members, int heads) {

        static Household of(UUID familyId) {
            return of(familyId, null);
        }

        static Household of(UUID familyId, UUID except) {
            int members = 0;
            int heads = 0;
            for (Resident member : Resident.listByFamily(familyId)) {
                if (member.isCounted() && !member.id.equals(except)) {
                    members++;
                    heads += member.relationship == Relationship.HEAD ? 1 : 0;
                }
            }
            return new Household(members, heads);
        }

        /** Whether a family may become this one. */
        boolean mayFollow(Household earlier) {
            if (members == 0 || heads == 1) {
                return true;
            }
            return heads == 0 ? earlier.members > 0 && earlier.heads == 0 : heads <= earlier.heads;
        }
    }

    /** As they are now, before anything is done; nulls are passed over. */
    public static Heads of(Collection<UUID> families) {
        Map<UUID, Household> now = new LinkedHashMap<>();
        families.stream().filter(Objects::nonNull).forEach(family -> now.put(family, Household.of(family)));
        return new Heads(now);
    }

    /** As the family is but for this person, who has just come into it. */
    public static Heads without(Resident newcomer) {
        Map<UUID, Household> others = new LinkedHashMap<>();
        if (newcomer.familyId != null) {
            others.put(newcomer.familyId, Household.of(newcomer.familyId, newcomer.id));
        }
        return new Heads(others);
    }

    /** These people and the members of their families, for holding them; ids only, so that nobody is read before. */
    public static Set<UUID> withTheirFamilies(Collection<UUID> people) {
        Set<UUID> all = new LinkedHashSet<>(people);
        all.addAll(Resident.getEntityManager()
                .createQuery("""
                        select m.id from Resident m
                        where m.familyId in (select r.familyId from Resident r where r.id in :people)
                        """, UUID.class)
                .setParameter("people", people)
                .getResultList());
        return all;
    }

    /** After it was done; throws {@link RefusedException} where a family is left worse than it was. */
    public void requireNoneWorse(String refusal) {
        boolean worse = before.entrySet().stream()
                .anyMatch(family -> !Household.of(family.getKey()).mayFollow(family.getValue()));
        if (worse) {
            throw new RefusedException(refusal);
        }
    }
}
