package id.smartkampung.deploy.history;

import id.smartkampung.deploy.population.Person;
import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Relationship;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A family over the two years, with everybody who was ever last known in it. */
final class Home {

    /** Where the day of issue begins in the number of a family card, which never has the 40 of women added. */
    private static final int DATE_IN_NUMBER = 6;

    private static final int CENTURY = 2000;

    private final Household household;
    final List<Life> members = new ArrayList<>();

    /** What brought the family into the register; null when it was there from the beginning. */
    Act openedBy;

    /** The family from which this one got a card of its own, and whether that is of the parents of the head. */
    Home splitFrom;

    boolean splitFromParents;

    /** Whether husband or wife of the head has died meanwhile. */
    boolean isBereaved;

    /** Whether people have come and gone here who need it to be there from the beginning. */
    boolean isHost;

    Home(Household household) {
        this.household = household;
    }

    UUID id() {
        return household.id();
    }

    String dusun() {
        return household.dusun();
    }

    String rw() {
        return household.rw();
    }

    String rt() {
        return household.rt();
    }

    FamilyRecorded event() {
        return new FamilyRecorded(
                id(), household.noKk(), household.address(), household.dusun(), household.rw(), household.rt());
    }

    /** A family elsewhere in the village gets the address of this one. */
    Household atThisAddress(Household other) {
        return new Household(other.id(), other.noKk(), household.address(), dusun(), rw(), rt(), other.members());
    }

    /** A family of nobody yet at the address of this one. */
    Household neighbour(UUID id, NoKk noKk) {
        return atThisAddress(new Household(id, noKk, null, null, null, null, List.of()));
    }

    boolean wasAlwaysThere() {
        return openedBy == null;
    }

    /** The day that its card was given, by its number; empty for the few whose number says no day. */
    Optional<LocalDate> cardIssuedOn() {
        String number = household.noKk().value().substring(DATE_IN_NUMBER);
        try {
            return Optional.of(LocalDate.of(
                    CENTURY + Integer.parseInt(number.substring(4, 6)),
                    Integer.parseInt(number.substring(2, 4)),
                    Integer.parseInt(number.substring(0, 2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Life head() {
        return members.get(0);
    }

    /** Husband or wife of the head as the family is known last. */
    Optional<Life> wife() {
        return members.stream()
                .filter(member -> member.last().relationship == Relationship.WIFE)
                .findFirst();
    }

    /** Adds somebody as known last in this family. */
    Life join(Person person) {
        Household alone = new Household(
                household.id(), household.noKk(), household.address(), dusun(), rw(), rt(), List.of(person));
        ResidentRecorded event = (ResidentRecorded) alone.events()
                .filter(ResidentRecorded.class::isInstance)
                .findFirst()
                .orElseThrow();
        Life life = new Life(person, this, event);
        members.add(life);
        return life;
    }
}
