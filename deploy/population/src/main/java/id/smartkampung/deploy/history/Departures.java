package id.smartkampung.deploy.history;

import id.smartkampung.deploy.population.Making.Sketch;
import id.smartkampung.deploy.population.Person;
import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.List;

/** Who was there at the beginning and moved away: whole families, and mostly young people out of families that stay. */
final class Departures {

    private static final int IN_FAMILIES_PERCENT = 60;
    private static final int LEAST_FOR_FAMILIES = 3;
    private static final int YOUNG_PERCENT = 80;

    private final Stage stage;
    private final Moves moves;

    Departures(Stage stage, Moves moves) {
        this.stage = stage;
        this.moves = moves;
    }

    void make() {
        int people = stage.count(stage.rates.departures);
        int inFamilies = people * IN_FAMILIES_PERCENT / 100;
        if (inFamilies < LEAST_FOR_FAMILIES) {
            inFamilies = 0;
        } else {
            stage.before.families(inFamilies).forEach(this::family);
        }
        for (int i = inFamilies; i < people; i++) {
            alone();
        }
    }

    private void family(Household household) {
        Home home = stage.leaving(household);
        depart(household.members().stream().map(home::join).toList());
    }

    private void alone() {
        LocalDate beginning = stage.first.minusDays(1);
        int age =
                stage.random.nextInt(100) < YOUNG_PERCENT ? stage.random.between(17, 30) : stage.random.between(31, 60);
        LocalDate bornOn = beginning.minusYears(age).minusDays(stage.random.between(0, 364));
        Home parents = stage.host(home -> Ages.mayBeParent(home.head().person, bornOn));
        Home home = parents == null ? stage.host(any -> true) : parents;
        if (home == null) {
            return;
        }
        Person person = stage.before.person(
                new Sketch(
                        stage.random.nextInt(2) == 0 ? Sex.MALE : Sex.FEMALE,
                        bornOn,
                        MaritalStatus.SINGLE,
                        null,
                        parents == null ? Relationship.OTHER_RELATIVE : Relationship.CHILD,
                        null),
                home.head().person);
        depart(List.of(home.join(person)));
    }

    private void depart(List<Life> people) {
        LocalDate happenedOn = stage.anyDay();
        Act act = stage.mutation(MutationKind.DEPARTURE, happenedOn, stage.reported(happenedOn, 3, 30, 5));
        moves.describe(act, people.size());
        String paper = moves.paper(act);
        people.forEach(life -> act.leaves(moves.id(act), life, paper));
    }
}
