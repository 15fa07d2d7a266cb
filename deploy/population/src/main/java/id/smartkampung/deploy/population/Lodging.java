package id.smartkampung.deploy.population;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.vocabulary.Relationship;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds a family for everyone who heads none, by the relationship that the ages allow. */
final class Lodging {

    private static final int OLDEST = 130;

    private final Random64 random;

    /** Families that have room, by the age of the mother or of the head who has no wife. */
    private final List<List<Group>> withRoom = new ArrayList<>();

    Lodging(List<Group> groups, Random64 random) {
        this.random = random;
        for (int age = 0; age <= OLDEST; age++) {
            withRoom.add(new ArrayList<>());
        }
        for (Group group : groups) {
            if (group.room() > 0) {
                withRoom.get(group.mother().age).add(group);
            }
        }
    }

    void lodge(List<Draft> people) {
        people.sort(Comparator.comparingInt((Draft person) -> turn(person)));
        for (Draft person : people) {
            // A wife came with her husband.
            if (person.relationship == null) {
                lodge(person);
            }
        }
    }

    /** Young couples first, since they need two places; then children; then old people; then everyone else. */
    private static int turn(Draft person) {
        if (person.spouse != null) {
            return 0;
        }
        if (person.age < 20) {
            return 1;
        }
        return person.age >= 60 && !person.isSingle() ? 2 : 3;
    }

    private void lodge(Draft person) {
        if (person.spouse != null) {
            lodgeCouple(person.isWoman() ? person.spouse : person);
            return;
        }
        boolean old = person.age >= 60;
        if (!old && lodgeChild(person)) {
            return;
        }
        if (old && !person.isSingle() && lodgeParent(person)) {
            return;
        }
        if (person.age < 25 && lodgeGrandchild(person)) {
            return;
        }
        Group any = find(0, OLDEST, random.nextInt(OLDEST), group -> true);
        join(any, person, Relationship.OTHER_RELATIVE);
    }

    private boolean lodgeChild(Draft person) {
        int likely = person.age + 17 + random.nextInt(11) + random.nextInt(11);
        Group group = find(person.age + 17, person.age + 45, likely, candidate -> candidate.mayHaveChild(person));
        if (group == null) {
            return false;
        }
        group.joinChild(person);
        settle(group);
        return true;
    }

    private boolean lodgeParent(Draft person) {
        int likely = person.age - 20 - random.nextInt(15);
        Group group =
                find(person.age - 45, person.age - 17, likely, candidate -> candidate.head.age <= person.age - 15);
        if (group == null) {
            return false;
        }
        boolean ofTheWife = group.head.spouse != null && random.nextInt(2) == 0;
        Draft child = ofTheWife ? group.head.spouse : group.head;
        if (person.isWoman()) {
            child.mother = person;
        } else {
            child.father = person;
        }
        join(group, person, ofTheWife ? Relationship.PARENT_IN_LAW : Relationship.PARENT);
        return true;
    }

    private boolean lodgeGrandchild(Draft person) {
        Group group = find(person.age + 38, person.age + 75, person.age + 50, candidate -> !candidate.head.isSingle());
        if (group == null) {
            return false;
        }
        join(group, person, Relationship.GRANDCHILD);
        return true;
    }

    private void lodgeCouple(Draft husband) {
        Group group = find(
                husband.age + 17,
                husband.age + 45,
                husband.age + 25,
                candidate -> candidate.room() >= 2 && candidate.mayHaveChild(husband));
        if (group != null) {
            group.joinChild(husband);
            join(group, husband.spouse, Relationship.CHILD_IN_LAW);
            return;
        }
        Group together = find(0, OLDEST, husband.age, candidate -> candidate.room() >= 2);
        if (together != null) {
            together.join(husband, Relationship.OTHER_RELATIVE);
            join(together, husband.spouse, Relationship.OTHER_RELATIVE);
            return;
        }
        join(find(0, OLDEST, husband.age, candidate -> true), husband, Relationship.OTHER_RELATIVE);
        join(find(0, OLDEST, husband.age, candidate -> true), husband.spouse, Relationship.OTHER_RELATIVE);
    }

    /** The nearest family to a likely age of its mother that has room and fits, or null. */
    private Group find(int from, int to, int likely, Predicate<Group> fits) {
        int least = Math.max(0, from);
        int greatest = Math.min(OLDEST, to);
        for (int distance = 0; distance <= greatest - least; distance++) {
            Group above = at(likely + distance, least, greatest, fits);
            if (above != null) {
                return above;
            }
            Group below = at(likely - distance, least, greatest, fits);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private Group at(int age, int least, int greatest, Predicate<Group> fits) {
        if (age < least || age > greatest || withRoom.get(age).isEmpty()) {
            return null;
        }
        List<Group> candidates = withRoom.get(age);
        int start = random.nextInt(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            Group candidate = candidates.get((start + i) % candidates.size());
            if (fits.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private void join(Group group, Draft person, Relationship relationship) {
        group.join(person, relationship);
        settle(group);
    }

    private void settle(Group group) {
        if (group.room() == 0) {
            withRoom.get(group.mother().age).remove(group);
        }
    }
}
