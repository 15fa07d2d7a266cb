package id.smartkampung.district.indicator;

import static id.smartkampung.district.indicator.Counts.EVER;

import id.smartkampung.district.population.Trait;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A number by which areas are compared. Its name, definition, formula and source stand in the texts under {@code
 * indicator.…}, its worked cases in {@code cases.tsv} of the tests.
 */
public enum Indicator {
    PEOPLE(Unit.PEOPLE, counts -> Ratio.whole(counts.all())),
    FAMILIES(Unit.FAMILIES, counts -> Ratio.whole(counts.families())),
    FAMILY_SIZE(Unit.PEOPLE_PER_FAMILY, counts -> new Ratio(counts.all(), counts.families())),
    SEX_RATIO(Unit.PER_HUNDRED, counts -> new Ratio(counts.all(Sex.MALE), counts.all(Sex.FEMALE))),
    DENSITY(Unit.PEOPLE_PER_KM2, Counts::density),
    MEDIAN_AGE(Unit.YEARS, Counts::medianAge),
    DEPENDENCY(Unit.PER_HUNDRED, counts -> new Ratio(counts.aged(0, 14) + counts.aged(65, EVER), counts.aged(15, 64))),
    YOUNG_DEPENDENCY(Unit.PER_HUNDRED, counts -> new Ratio(counts.aged(0, 14), counts.aged(15, 64))),
    OLD_DEPENDENCY(Unit.PER_HUNDRED, counts -> new Ratio(counts.aged(65, EVER), counts.aged(15, 64))),
    CHILD_WOMAN_RATIO(Unit.PER_THOUSAND, counts -> new Ratio(counts.aged(0, 4), counts.aged(15, 49, Sex.FEMALE))),
    UNDER_FIVE(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(0, 4))),
    AGED_3_TO_6(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(3, 6))),
    AGED_7_TO_12(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(7, 12))),
    AGED_13_TO_15(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(13, 15))),
    AGED_16_TO_18(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(16, 18))),
    AGED_19_TO_24(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(19, 24))),
    WORKING_AGE(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(15, 64))),
    WOMEN_15_TO_49(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(15, 49, Sex.FEMALE))),
    ELDERLY(Unit.PEOPLE, counts -> Ratio.whole(counts.aged(60, EVER))),
    ELDERLY_SHARE(Unit.PERCENT, counts -> new Ratio(counts.aged(60, EVER), counts.aged(0, EVER))),
    VOTERS(Unit.PEOPLE, counts -> Ratio.whole(counts.sum(Trait.VOTER, 1)), Trait.VOTER),
    KTP_DUTY(Unit.PEOPLE, counts -> Ratio.whole(counts.sum(Trait.KTP, 1, 2, 3)), Trait.KTP),
    KTP_RECORDED(Unit.PERCENT, counts -> counts.part(Trait.KTP, new int[] {2, 3}, new int[] {1, 2, 3}), Trait.KTP),
    KTP_HELD(Unit.PERCENT, counts -> counts.part(Trait.KTP, new int[] {3}, new int[] {1, 2, 3}), Trait.KTP),
    BIRTH_CERTIFICATES(
            Unit.PERCENT,
            counts -> counts.part(Trait.BIRTH_CERTIFICATE, new int[] {1}, new int[] {1, 2}),
            Trait.BIRTH_CERTIFICATE),
    MARRIAGE_CERTIFICATES(
            Unit.PERCENT,
            counts -> counts.part(Trait.MARRIAGE_CERTIFICATE, new int[] {1}, new int[] {1, 2}),
            Trait.MARRIAGE_CERTIFICATE),
    FEMALE_HEADS(
            Unit.PERCENT,
            counts -> new Ratio(
                    counts.people().of(Trait.RELATIONSHIP, Relationship.HEAD.code(), Sex.FEMALE),
                    counts.people().of(Trait.RELATIONSHIP, Relationship.HEAD.code())),
            Trait.RELATIONSHIP),
    GROWTH(Unit.PERCENT, Counts::growth),
    BIRTHS(Unit.PEOPLE, counts -> Ratio.whole(counts.flows().of(MutationKind.BIRTH))),
    DEATHS(Unit.PEOPLE, counts -> Ratio.whole(counts.flows().of(MutationKind.DEATH))),
    BIRTH_RATE(Unit.PER_THOUSAND, counts -> counts.rate(counts.flows().of(MutationKind.BIRTH))),
    DEATH_RATE(Unit.PER_THOUSAND, counts -> counts.rate(counts.flows().of(MutationKind.DEATH))),
    NATURAL_INCREASE(
            Unit.PER_THOUSAND,
            counts -> counts.rate(
                    counts.flows().of(MutationKind.BIRTH) - counts.flows().of(MutationKind.DEATH))),
    INFANT_MORTALITY(Unit.PER_THOUSAND, Counts::infantMortality),
    IN_MIGRATION(Unit.PER_THOUSAND, counts -> counts.rate(counts.flows().of(MutationKind.ARRIVAL))),
    OUT_MIGRATION(Unit.PER_THOUSAND, counts -> counts.rate(counts.flows().of(MutationKind.DEPARTURE))),
    NET_MIGRATION(
            Unit.PER_THOUSAND,
            counts -> counts.rate(
                    counts.flows().of(MutationKind.ARRIVAL) - counts.flows().of(MutationKind.DEPARTURE)));

    /** In what an indicator is said: by how much its ratio is multiplied, and how many decimals are told. */
    public enum Unit {
        PEOPLE(1, 0),
        FAMILIES(1, 0),
        PEOPLE_PER_FAMILY(1, 2),
        PEOPLE_PER_KM2(1_000_000, 1),
        YEARS(1, 1),
        PERCENT(100, 2),
        PER_HUNDRED(100, 1),
        PER_THOUSAND(1000, 1);

        private final long scale;
        private final int decimals;

        Unit(long scale, int decimals) {
            this.scale = scale;
            this.decimals = decimals;
        }

        /** Whether it is a number of people or families itself. */
        boolean isNumber() {
            return this == PEOPLE || this == FAMILIES;
        }

        /** Whether it sets a number of people beside another, or beside a size of which a few square metres are nothing. */
        boolean isOfPeople() {
            return !isNumber() && this != YEARS;
        }

        Optional<BigDecimal> of(Ratio ratio) {
            return ratio.times(scale, decimals);
        }
    }

    private final Unit unit;
    private final Function<Counts, Ratio> formula;
    private final Set<Trait> traits;

    Indicator(Unit unit, Function<Counts, Ratio> formula) {
        this(unit, formula, Trait.AGE);
    }

    Indicator(Unit unit, Function<Counts, Ratio> formula, Trait trait) {
        this.unit = unit;
        this.formula = formula;
        this.traits = Set.of(trait);
    }

    public Unit unit() {
        return unit;
    }

    /** What has to be read of the people of an area for it. */
    public Set<Trait> traits() {
        return traits;
    }

    /** Whether it is of what happened in twelve months. That is worked back from the present, and no month's end keeps it. */
    public boolean isOfAYear() {
        return switch (this) {
            case GROWTH,
                    BIRTHS,
                    DEATHS,
                    BIRTH_RATE,
                    DEATH_RATE,
                    NATURAL_INCREASE,
                    INFANT_MORTALITY,
                    IN_MIGRATION,
                    OUT_MIGRATION,
                    NET_MIGRATION -> true;
            default -> false;
        };
    }

    /** In its {@link #unit()}; empty where there is nothing to divide by, or an input is missing. */
    public Optional<BigDecimal> of(Counts counts) {
        return unit.of(ratio(counts));
    }

    Ratio ratio(Counts counts) {
        return formula.apply(counts);
    }

    /** The word of an address and of the texts: {@code sex-ratio}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of one of its texts: {@code name}, {@code definition}, {@code formula}, {@code source}. */
    public String key(String word) {
        return "indicator." + slug() + "." + word;
    }

    public static Optional<Indicator> ofSlug(String slug) {
        for (Indicator indicator : values()) {
            if (indicator.slug().equals(slug)) {
                return Optional.of(indicator);
            }
        }
        return Optional.empty();
    }
}
