package id.smartkampung.deploy.history;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.deploy.population.Making;
import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A village while its two years are worked out: who is in it, and what happened until now. */
final class Stage {

    private static final int YEARS = 2;
    private static final int FIRST_ACT = 8 * 3600;
    private static final int LAST_ACT = 15 * 3600;

    /** The least time between two acts of which one needs the other. */
    private static final int BETWEEN_ACTS = 60;

    final KodeWilayah desa;
    final Rates rates = Rates.BANYUWANGI;
    final LocalDate first;
    final LocalDate last;
    final Random64 random;

    /** Makes who was there at the beginning and is no more. */
    final Making.Former before;

    /** Makes who was born meanwhile and is no more. */
    final Making.Former meanwhile;

    /** Everybody who is there at the end, by families. */
    final List<Home> settled = new ArrayList<>();

    /** Families of whom nobody is left. */
    final List<Home> gone = new ArrayList<>();

    final List<Act> acts = new ArrayList<>();

    private final int residents;
    private int actsMade;

    Stage(Making making, long seed) {
        desa = making.village().kode();
        last = rates.referenceDate;
        first = last.minusYears(YEARS).plusDays(1);
        random = Random64.of(seed, desa, "history");
        before = making.asOf(first.minusDays(1), "before");
        meanwhile = making.asOf(last, "meanwhile");
        int people = 0;
        for (Household household : making.village().households()) {
            Home home = new Home(household);
            household.members().forEach(home::join);
            settled.add(home);
            people += household.members().size();
        }
        residents = people;
    }

    int residents() {
        return residents;
    }

    /** How often something of a rate per 1,000 people and year happens here in all. */
    int count(double perThousandAndYear) {
        return rounded(residents * perThousandAndYear * YEARS / 1000);
    }

    /** A whole number that is this one on the average. */
    int rounded(double expected) {
        int whole = (int) expected;
        return whole + (random.perMillion((int) ((expected - whole) * 1_000_000)) ? 1 : 0);
    }

    int days() {
        return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }

    LocalDate anyDay() {
        return first.plusDays(random.nextInt(days()));
    }

    boolean isWithin(LocalDate day) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * An office day on which something is reported, mostly soon and sometimes late; never after the reference date, since
     * the register of that day knows of it.
     */
    LocalDate reported(LocalDate happenedOn, int usualDays, int lateDays, int latePercent) {
        int days =
                random.nextInt(100) < latePercent ? random.between(usualDays, lateDays) : random.between(0, usualDays);
        int most = (int) (last.toEpochDay() - happenedOn.toEpochDay());
        LocalDate day = OfficeDays.onOrAfter(happenedOn.plusDays(days > most ? random.between(0, most) : days));
        return day.isAfter(last) ? last : day;
    }

    Act act(LocalDate happenedOn, LocalDate reportedOn) {
        return act(OfficeDays.at(reportedOn, random.between(FIRST_ACT, LAST_ACT)), happenedOn);
    }

    /** One that needs another to be recorded already. */
    Act actAfter(Act other, LocalDate happenedOn, LocalDate reportedOn) {
        Act act = act(happenedOn, reportedOn);
        if (Act.ORDER.compare(act, other) > 0 && !act.at().equals(other.at())) {
            return act;
        }
        acts.remove(act);
        return act(other.at().plusSeconds(random.between(BETWEEN_ACTS, BETWEEN_ACTS * 10)), happenedOn);
    }

    private Act act(Instant at, LocalDate happenedOn) {
        Act act = new Act(at, actsMade++, happenedOn);
        acts.add(act);
        return act;
    }

    Act mutation(MutationKind kind, LocalDate happenedOn, LocalDate reportedOn) {
        Act act = act(happenedOn, reportedOn);
        act.kind = kind;
        return act;
    }

    /** Any family that was there from the beginning and fits; from now on it stays so. Null when there is none. */
    Home host(Predicate<Home> fits) {
        int start = random.nextInt(settled.size());
        for (int i = 0; i < settled.size(); i++) {
            Home home = settled.get((start + i) % settled.size());
            if (home.wasAlwaysThere() && fits.test(home)) {
                home.isHost = true;
                return home;
            }
        }
        return null;
    }

    /** A family of whom nobody will be left, at an address of this village. */
    Home leaving(Household household) {
        Home home = new Home(random.oneOf(settled).atThisAddress(household));
        gone.add(home);
        return home;
    }

    /** Everybody who was ever here. */
    List<Life> people() {
        List<Life> people = new ArrayList<>();
        settled.forEach(home -> people.addAll(home.members));
        gone.forEach(home -> people.addAll(home.members));
        return people;
    }

    List<Home> shuffled(List<Home> homes) {
        List<Home> shuffled = new ArrayList<>(homes);
        random.shuffle(shuffled);
        return shuffled;
    }
}
