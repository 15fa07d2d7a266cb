package id.smartkampung.deploy.history;

import id.smartkampung.model.vocabulary.Relationship;
import java.time.LocalDate;
import java.util.Set;

/** Families who got a card of their own within the two years (<i>pecah KK</i>) and lived with another one before. */
final class Splits {

    private static final Set<Relationship> OF_A_YOUNG_FAMILY =
            Set.of(Relationship.HEAD, Relationship.WIFE, Relationship.CHILD);

    private static final int OLDEST_HEAD = 50;

    private final Stage stage;

    Splits(Stage stage) {
        this.stage = stage;
    }

    void make() {
        int wanted = stage.count(stage.rates.splits);
        for (Home home : stage.shuffled(stage.settled)) {
            if (wanted == 0) {
                return;
            }
            LocalDate day = home.cardIssuedOn().filter(stage::isWithin).orElse(null);
            if (day != null && mayHaveSplit(home) && split(home, day)) {
                wanted--;
            }
        }
    }

    private boolean split(Home home, LocalDate day) {
        LocalDate reportedOn = OfficeDays.onOrAfter(day);
        if (reportedOn.isAfter(stage.last)) {
            return false;
        }
        Home parents = stage.host(other -> other != home
                && Ages.mayBeParent(other.head().person, home.head().person.bornOn()));
        Home origin = parents == null ? stage.host(other -> other != home) : parents;
        if (origin == null) {
            return false;
        }
        Act act = stage.act(day, reportedOn);
        act.opens(home);
        home.splitFrom = origin;
        home.splitFromParents = parents != null;
        for (Life member : home.members) {
            if (member.person.bornOn().isBefore(stage.first)) {
                cameAlong(act, member);
            }
        }
        return true;
    }

    /** Until the split this person belonged to the family that the home comes from. */
    static void cameAlong(Act split, Life member) {
        Home home = member.home;
        split.changes(member, entry -> {
            // Who joined since was not there.
            if (entry.isIn(home)) {
                entry.putInto(home.splitFrom, placeBefore(home, entry.relationship));
            }
        });
    }

    private static Relationship placeBefore(Home home, Relationship now) {
        if (!home.splitFromParents) {
            return Relationship.OTHER_RELATIVE;
        }
        return switch (now) {
            case HEAD -> Relationship.CHILD;
            case WIFE -> Relationship.CHILD_IN_LAW;
            case CHILD -> Relationship.GRANDCHILD;
            default -> Relationship.OTHER_RELATIVE;
        };
    }

    private boolean mayHaveSplit(Home home) {
        return home.wasAlwaysThere()
                && !home.isHost
                && home.head().ageOn(stage.last) <= OLDEST_HEAD
                && home.members.stream().allMatch(member -> OF_A_YOUNG_FAMILY.contains(member.last().relationship));
    }
}
