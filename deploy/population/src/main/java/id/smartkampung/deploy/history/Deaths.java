package id.smartkampung.deploy.history;

import id.smartkampung.deploy.population.Making.Sketch;
import id.smartkampung.deploy.population.Person;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.Set;

/**
 * Who died within the two years: husbands and wives of those who are widowed at the end, old parents, others of a family,
 * people who lived alone, and children in their first year.
 */
final class Deaths {

    private static final Set<Relationship> OF_WIDOWED =
            Set.of(Relationship.CHILD, Relationship.CHILD_IN_LAW, Relationship.GRANDCHILD, Relationship.OTHER_RELATIVE);

    private static final int MARRIED_FROM = 25;
    private static final int GROWN_UP = 19;
    private static final int OLD = 55;
    private static final int YEARS_BETWEEN_COUPLE = 8;
    private static final int HUSBANDS_PERCENT = 70;
    private static final int WIVES_PERCENT = 35;
    private static final int PARENTS_PERCENT = 75;
    private static final int FIRST_MONTH_PERCENT = 65;

    private final Stage stage;
    private final Births births;
    private final Moves moves;

    Deaths(Stage stage, Births births, Moves moves) {
        this.stage = stage;
        this.births = births;
        this.moves = moves;
    }

    /** @param born how many were born and live */
    void make(int born) {
        int wanted = stage.count(stage.rates.deaths);
        int infants = Math.min(wanted, stage.rounded(born * (double) Rates.INFANT_DEATHS_PER_THOUSAND / 1000));
        for (int i = 0; i < infants; i++) {
            infant();
        }
        for (int i = infants; i < wanted; i++) {
            older();
        }
    }

    private void infant() {
        LocalDate bornOn = stage.first.plusDays(stage.random.nextInt(stage.days() - 1));
        int days = stage.random.nextInt(100) < FIRST_MONTH_PERCENT
                ? stage.random.between(0, 27)
                : stage.random.between(28, 364);
        LocalDate diedOn = bornOn.plusDays(days).isAfter(stage.last) ? stage.last : bornOn.plusDays(days);
        Home home = stage.host(any -> any.wife()
                .filter(wife -> wife.entry == null && !wife.isGone() && Ages.mayBeParent(wife.person, bornOn))
                .isPresent());
        if (home == null) {
            older();
            return;
        }
        Person child = stage.meanwhile.person(
                new Sketch(sex(), bornOn, MaritalStatus.SINGLE, null, Relationship.CHILD, null), home.head().person);
        Life life = home.join(child);
        life.last().birthCertificate = null;
        Act birth = births.born(life);
        LocalDate known = birth.reportedOn().isAfter(diedOn) ? birth.reportedOn() : diedOn;
        Act death = stage.actAfter(birth, diedOn, stage.reported(known, 7, 30, 15));
        death.kind = MutationKind.DEATH;
        death.leaves(moves.id(death), life, moves.paper(death));
    }

    private void older() {
        LocalDate diedOn = stage.anyDay();
        int age = stage.rates.ageAtDeath.draw(stage.random);
        LocalDate bornOn = diedOn.minusYears(age).minusDays(stage.random.between(0, 364));
        // Who died in the second year at the age of one was not born at the beginning.
        if (!bornOn.isBefore(stage.first)) {
            bornOn = stage.first.minusDays(stage.random.between(1, 30));
        }
        Sex sex = sex();
        Act death = stage.mutation(MutationKind.DEATH, diedOn, stage.reported(diedOn, 10, 90, 15));
        int percent = sex == Sex.MALE ? HUSBANDS_PERCENT : WIVES_PERCENT;
        boolean maybeMarried = age >= MARRIED_FROM && stage.random.nextInt(100) < percent;
        if (maybeMarried && spouse(death, sex, bornOn)) {
            return;
        }
        Life life = relative(sex, bornOn, age);
        death.leaves(moves.id(death), life, moves.paper(death));
    }

    /** Of somebody who is widowed at the end; until then both were married, and a husband was the head. */
    private boolean spouse(Act death, Sex sex, LocalDate bornOn) {
        Home home = stage.host(any -> fits(any, sex, bornOn));
        if (home == null) {
            return false;
        }
        home.isBereaved = true;
        Life left = home.head();
        boolean husband = sex == Sex.MALE;
        Person person = stage.before.person(
                new Sketch(
                        sex,
                        bornOn,
                        MaritalStatus.MARRIED,
                        left.person.marriedOn(),
                        husband ? Relationship.HEAD : Relationship.WIFE,
                        nameInFamily(home, husband)),
                left.person);
        Life dead = home.join(person);
        death.leaves(moves.id(death), dead, moves.paper(death));
        death.changes(left, entry -> {
            entry.maritalStatus = MaritalStatus.MARRIED;
            if (husband) {
                entry.relationship = Relationship.WIFE;
            }
        });
        return true;
    }

    private boolean fits(Home home, Sex sex, LocalDate bornOn) {
        Life left = home.head();
        LocalDate marriedOn = left.person.marriedOn();
        return !home.isBereaved
                && left.last().maritalStatus == MaritalStatus.WIDOWED
                && left.person.sex() != sex
                && marriedOn != null
                && marriedOn.isBefore(stage.first)
                && marriedOn.isAfter(bornOn.plusYears(GROWN_UP))
                && Math.abs(left.person.bornOn().getYear() - bornOn.getYear()) <= YEARS_BETWEEN_COUPLE
                && home.members.stream().skip(1).allMatch(member -> OF_WIDOWED.contains(member.last().relationship));
    }

    /** The children know how the parent was called. */
    private static String nameInFamily(Home home, boolean father) {
        return home.members.stream()
                .filter(member -> member.last().relationship == Relationship.CHILD)
                .map(member -> member.person)
                .filter(child -> (father ? child.fatherNik() : child.motherNik()) == null)
                .map(child -> father ? child.fatherName() : child.motherName())
                .findFirst()
                .orElse(null);
    }

    private Life relative(Sex sex, LocalDate bornOn, int age) {
        if (age < GROWN_UP) {
            Home parents = stage.host(home -> home.head().person.maritalStatus() != MaritalStatus.SINGLE
                    && Ages.mayBeParent(home.head().person, bornOn));
            Home home = parents == null ? stage.host(any -> true) : parents;
            return home == null
                    ? alone(sex, bornOn, MaritalStatus.SINGLE)
                    : joined(home, sex, bornOn, MaritalStatus.SINGLE, placeOf(parents, Relationship.CHILD));
        }
        if (age >= OLD && stage.random.nextInt(100) < PARENTS_PERCENT) {
            Home child = stage.host(home -> bornBefore(bornOn, home.head().person));
            if (child != null) {
                return joined(child, sex, bornOn, MaritalStatus.WIDOWED, Relationship.PARENT);
            }
        }
        if (age < OLD && stage.random.nextInt(2) == 0) {
            Home home = stage.host(any -> true);
            if (home != null) {
                return joined(home, sex, bornOn, MaritalStatus.SINGLE, Relationship.OTHER_RELATIVE);
            }
        }
        return alone(sex, bornOn, age >= OLD ? MaritalStatus.WIDOWED : MaritalStatus.SINGLE);
    }

    private static Relationship placeOf(Home parents, Relationship place) {
        return parents == null ? Relationship.OTHER_RELATIVE : place;
    }

    private static boolean bornBefore(LocalDate bornOn, Person child) {
        return !child.bornOn().isBefore(bornOn.plusYears(18)) && !child.bornOn().isAfter(bornOn.plusYears(45));
    }

    private Life joined(Home home, Sex sex, LocalDate bornOn, MaritalStatus status, Relationship place) {
        return home.join(person(home, sex, bornOn, status, place));
    }

    private Life alone(Sex sex, LocalDate bornOn, MaritalStatus status) {
        Home neighbours = stage.random.oneOf(stage.settled);
        LocalDate issuedOn = stage.first.minusDays(stage.random.between(1, 3000));
        Home home = stage.leaving(neighbours.neighbour(stage.random.nextUuid(), stage.before.noKk(issuedOn)));
        return home.join(person(neighbours, sex, bornOn, status, Relationship.HEAD));
    }

    private Person person(Home relatives, Sex sex, LocalDate bornOn, MaritalStatus status, Relationship place) {
        LocalDate marriedOn =
                status == MaritalStatus.SINGLE ? null : bornOn.plusYears(20).plusDays(stage.random.between(0, 1500));
        return stage.before.person(new Sketch(sex, bornOn, status, marriedOn, place, null), relatives.head().person);
    }

    private Sex sex() {
        // Of 205 born 105 are boys; later more men die at every age, and more women are left to die.
        return stage.random.nextInt(205) < 105 ? Sex.MALE : Sex.FEMALE;
    }
}
