package id.smartkampung.district.indicator;

import id.smartkampung.district.population.Population;
import id.smartkampung.district.population.Trait;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Sex;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is known of an area by counting; indicators are worked out of nothing else.
 *
 * @param people by sex and trait, as far as it was read
 * @param families families in the registers
 * @param squareMetres size of the area; null where nobody entered it for all of it
 * @param flows what happened
 */
public record Counts(Population people, long families, Long squareMetres, Flows flows) {

    static final Counts NONE = new Counts(Population.sum(List.of()), 0, 0L, new Flows(Map.of(), 0, 0L));

    /** The last age of all. */
    static final int EVER = 120;

    /** Areas taken together; their size, and deaths of infants, only where they are known of each. */
    static Counts sum(Collection<Counts> parts) {
        Population people = Population.sum(parts.stream().map(Counts::people).toList());
        Counts sum = parts.stream().reduce(NONE, Counts::plus);
        Long squareMetres = parts.isEmpty() ? null : sum.squareMetres();
        return new Counts(people, sum.families(), squareMetres, sum.flows());
    }

    /** Of the people nothing: these are added up all at once. */
    private Counts plus(Counts other) {
        return new Counts(
                people, families + other.families, both(squareMetres, other.squareMetres), flows.plus(other.flows));
    }

    /** Null where one of them is. */
    static Long both(Long one, Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }

    /** All people, also those whose age or sex is not recorded. */
    public long all() {
        return people.all(Trait.AGE);
    }

    /** People who have completed so many years, from the first to the last; without those whose age is not recorded. */
    public long aged(int first, int last) {
        long sum = 0;
        for (int age = first; age <= last; age++) {
            sum += people.of(Trait.AGE, age + 1);
        }
        return sum;
    }

    /** The same of one sex. */
    public long aged(int first, int last, Sex sex) {
        long sum = 0;
        for (int age = first; age <= last; age++) {
            sum += people.of(Trait.AGE, age + 1, sex);
        }
        return sum;
    }

    /** People of a sex, of any age or none. */
    public long all(Sex sex) {
        return aged(-1, EVER, sex);
    }

    /** A part of those whom a trait concerns, one of its codes among several. */
    Ratio part(Trait trait, int[] part, int[] whole) {
        return new Ratio(sum(trait, part), sum(trait, whole));
    }

    long sum(Trait trait, int... codes) {
        long sum = 0;
        for (int code : codes) {
            sum += people.of(trait, code);
        }
        return sum;
    }

    /** Twice the mean of the number of people at the beginning and at the end of the year of the flows. */
    private long twiceTheMean() {
        return atTheBeginning() + atTheEnd();
    }

    private long atTheEnd() {
        return all() - flows.sinceThen();
    }

    private long atTheBeginning() {
        return atTheEnd() - flows.net();
    }

    /** How often something happened in the year, beside the mean number of people. */
    Ratio rate(long happened) {
        return new Ratio(2 * happened, twiceTheMean(), 2);
    }

    Ratio growth() {
        return new Ratio(flows.net(), atTheBeginning());
    }

    Ratio infantMortality() {
        return flows.infantDeaths() == null
                ? Ratio.NONE
                : new Ratio(flows.infantDeaths(), flows.of(MutationKind.BIRTH));
    }

    Ratio density() {
        return squareMetres == null ? Ratio.NONE : new Ratio(all(), squareMetres);
    }

    /**
     * The age that half of the people have not reached, within its year of life as if birthdays were spread evenly over it:
     * {@code L + (N/2 − F) / f}, of N people F younger than L and f of age L.
     */
    Ratio medianAge() {
        long known = aged(0, EVER);
        long younger = 0;
        for (int age = 0; age <= EVER; age++) {
            long same = aged(age, age);
            if (same > 0 && 2 * (younger + same) >= known) {
                return new Ratio(2 * same * age + known - 2 * younger, 2 * same);
            }
            younger += same;
        }
        return Ratio.NONE;
    }
}
