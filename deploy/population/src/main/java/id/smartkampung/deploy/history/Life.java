package id.smartkampung.deploy.history;

import id.smartkampung.deploy.population.Person;
import id.smartkampung.model.event.ResidentRecorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A person over the two years: how the register knows them last, and what changed until then. What was before is worked
 * back from the end, so that the end is always the register of the reference date.
 */
final class Life {

    final Person person;
    final Home home;

    /** What brought this person in; null for who was there from the beginning. */
    Act entry;

    /** What took this person away; null for who is still there. */
    Act exit;

    private final Entry last;
    private final List<Turn> turns = new ArrayList<>();

    Life(Person person, Home home, ResidentRecorded event) {
        this.person = person;
        this.home = home;
        this.last = new Entry(event);
    }

    /** As the register knows this person at the end, or knew at the time of leaving. */
    Entry last() {
        return last;
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    boolean isGone() {
        return exit != null;
    }

    /** Whether the person is registered on a day and, as far as anybody knows later, was alive and here. */
    boolean isHere(LocalDate day) {
        return (entry == null || entry.reportedOn().isBefore(day))
                && (exit == null || exit.happenedOn().isAfter(day));
    }

    /** Whether nothing but entering and leaving is known on which a change on this day would depend. */
    boolean canChange(LocalDate day) {
        return exit == null && isHere(day);
    }

    int ageOn(LocalDate day) {
        return person.bornOn().until(day).getYears();
    }

    /** Works out every state, from the last to the first. Acts have their order by now. */
    ResidentRecorded workBack() {
        turns.sort((one, other) -> Act.ORDER.compare(one.act(), other.act()));
        Entry state = new Entry(last.event());
        ResidentRecorded after = state.event();
        for (int i = turns.size() - 1; i >= 0; i--) {
            Turn turn = turns.get(i);
            if (turn.isEntry()) {
                turn.becomes(after);
                return after;
            }
            turn.putBack(state);
            ResidentRecorded before = state.event();
            // What is as it was before needs no event.
            turn.becomes(before.equals(after) ? null : after);
            after = before;
        }
        return after;
    }
}
