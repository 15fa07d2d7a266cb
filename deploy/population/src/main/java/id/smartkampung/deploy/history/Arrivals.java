package id.smartkampung.deploy.history;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who of those that are there came within the two years: whole families with a new card, and people who joined one. */
final class Arrivals {

    private static final int IN_FAMILIES_PERCENT = 60;
    private static final int ADULT = 17;

    private final Stage stage;
    private final Moves moves;

    Arrivals(Stage stage, Moves moves) {
        this.stage = stage;
        this.moves = moves;
    }

    void make() {
        int people = stage.count(stage.rates.arrivals);
        int left = people * IN_FAMILIES_PERCENT / 100;
        int came = 0;
        for (Home home : stage.shuffled(stage.settled)) {
            if (left <= 0) {
                break;
            }
            int members = family(home);
            left -= members;
            came += members;
        }
        alone(people - came);
    }

    /** The day of a new card is the day on which the family was entered; who was born since did not come. */
    private int family(Home home) {
        LocalDate reportedOn = home.cardIssuedOn()
                .filter(stage::isWithin)
                .map(OfficeDays::onOrAfter)
                .orElse(null);
        if (!stage.isWithin(reportedOn)) {
            return 0;
        }
        List<Life> coming = home.members.stream()
                .filter(member -> !member.person.bornOn().isAfter(reportedOn))
                .toList();
        LocalDate happenedOn = reportedOn.minusDays(stage.random.between(0, 10));
        LocalDate youngest = coming.stream()
                .map(member -> member.person.bornOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Act act = stage.mutation(MutationKind.ARRIVAL, latest(happenedOn, latest(youngest, stage.first)), reportedOn);
        act.opens(home);
        moves.describe(act, coming.size());
        String paper = moves.paper(act);
        coming.forEach(member -> act.enters(moves.id(act), member, paper, null));
        return coming.size();
    }

    /** First who came to live with a husband or wife, then other relatives. */
    private void alone(int people) {
        List<Life> brides = new ArrayList<>();
        List<Life> relatives = new ArrayList<>();
        for (Home home : stage.shuffled(stage.settled)) {
            for (Life member : home.members) {
                if (home.wasAlwaysThere() && mayHaveCome(member)) {
                    (isBride(member) ? brides : relatives).add(member);
                }
            }
        }
        int married = Math.min(brides.size(), (people + 1) / 2);
        for (int i = 0; i < people; i++) {
            boolean bride = i < married;
            int of = bride ? i : i - married;
            if (!bride && of == relatives.size()) {
                return;
            }
            Life member = bride ? brides.get(of) : relatives.get(of);
            LocalDate happenedOn = bride ? latest(member.person.marriedOn().plusDays(1), stage.first) : stage.anyDay();
            Act act = stage.mutation(MutationKind.ARRIVAL, happenedOn, stage.reported(happenedOn, 14, 40, 10));
            moves.describe(act, 1);
            act.enters(moves.id(act), member, moves.paper(act), null);
            member.home.isHost = true;
        }
    }

    private boolean mayHaveCome(Life member) {
        return member.last().relationship != Relationship.HEAD
                && member.last().relationship != Relationship.CHILD
                && member.ageOn(stage.first) >= ADULT
                && (isBride(member) || member.last().relationship != Relationship.WIFE);
    }

    private boolean isBride(Life member) {
        return (member.last().relationship == Relationship.WIFE
                        || member.last().relationship == Relationship.CHILD_IN_LAW)
                && stage.isWithin(member.person.marriedOn())
                && member.person.marriedOn().isBefore(stage.last);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
