package id.smartkampung.district.indicator;

import id.smartkampung.district.population.Population;
import id.smartkampung.district.population.Trait;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.vocabulary.Sex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the people of an area are made up by one trait that has an official code list, by its codes. */
public record Composition(Trait trait, List<Row> rows) {

    private static final Map<Trait, List<? extends Coded>> CODES = codes();

    /**
     * Those of one code.
     *
     * @param code what they have; null for those of whom it is not recorded
     * @param others people whose sex is not recorded
     */
    public record Row(Coded code, long men, long women, long others) {

        public long all() {
            return men + women + others;
        }
    }

    /** The traits that have a code list, in the order in which they are shown. */
    public static List<Trait> traits() {
        return List.copyOf(CODES.keySet());
    }

    /** All codes of the list, also those that nobody has, and last those of whom it is not recorded. */
    public static Composition of(Trait trait, Population people) {
        List<Row> rows = new ArrayList<>();
        for (Coded code : CODES.get(trait)) {
            rows.add(row(trait, code, code.code(), people));
        }
        rows.add(row(trait, null, 0, people));
        return new Composition(trait, List.copyOf(rows));
    }

    /** All people. */
    public long all() {
        return rows.stream().mapToLong(Row::all).sum();
    }

    private static Row row(Trait trait, Coded code, int number, Population people) {
        return new Row(
                code,
                people.of(trait, number, Sex.MALE),
                people.of(trait, number, Sex.FEMALE),
                people.of(trait, number, null));
    }

    private static Map<Trait, List<? extends Coded>> codes() {
        Map<Trait, List<? extends Coded>> codes = new EnumMap<>(Trait.class);
        codes.put(Trait.RELIGION, List.of(Religion.values()));
        codes.put(Trait.EDUCATION, List.of(Education.values()));
        codes.put(Trait.SCHOOLING, List.of(Schooling.values()));
        codes.put(Trait.OCCUPATION, Occupation.all());
        codes.put(Trait.MARITAL_STATUS, List.of(MaritalStatus.values()));
        codes.put(Trait.RELATIONSHIP, List.of(Relationship.values()));
        codes.put(Trait.CITIZENSHIP, List.of(Citizenship.values()));
        codes.put(Trait.BLOOD_GROUP, List.of(BloodGroup.values()));
        codes.put(Trait.DISABILITY, List.of(Disability.values()));
        codes.put(Trait.PREGNANCY, List.of(Pregnancy.values()));
        codes.put(Trait.KTP_HOLDING, List.of(KtpHolding.values()));
        codes.put(Trait.KTP_RECORDING, List.of(KtpRecording.values()));
        codes.put(Trait.RESIDENCY, List.of(Residency.values()));
        codes.put(Trait.INSURANCE, List.of(Insurance.values()));
        return codes;
    }
}
