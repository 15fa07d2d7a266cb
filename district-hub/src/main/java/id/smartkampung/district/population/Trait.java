package id.smartkampung.district.population;

import id.smartkampung.district.population.Profile.Field;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/** What people are counted by, each together with their sex. A code of zero is: not recorded, or not concerned. */
public enum Trait {
    /** Completed years and one. */
    AGE((person, age) -> age + 1),
    RELIGION(Field.RELIGION),
    /** Highest attained. */
    EDUCATION(Field.EDUCATION),
    /** In progress. */
    SCHOOLING(Field.SCHOOLING),
    OCCUPATION(Field.OCCUPATION),
    MARITAL_STATUS(Field.MARITAL_STATUS),
    RELATIONSHIP(Field.RELATIONSHIP),
    CITIZENSHIP(Field.CITIZENSHIP),
    BLOOD_GROUP(Field.BLOOD_GROUP),
    DISABILITY(Field.DISABILITY),
    PREGNANCY(Field.PREGNANCY),
    KTP_HOLDING(Field.KTP_HOLDING),
    KTP_RECORDING(Field.KTP_RECORDING),
    RESIDENCY(Field.RESIDENCY),
    INSURANCE(Field.INSURANCE),
    /** Of those who are married (KAWIN) {@value #WITH} a marriage certificate or {@value #WITHOUT}. */
    MARRIAGE_CERTIFICATE((person, age) -> {
        if (person.code(Field.MARITAL_STATUS) != MaritalStatus.MARRIED.code()) {
            return 0;
        }
        return person.code(Field.MARRIAGE_CERTIFICATE) == 1 ? Trait.WITH : Trait.WITHOUT;
    }),
    /** Of those below 18 (UU 35/2014 art. 1) {@value #WITH} a birth certificate or {@value #WITHOUT}. */
    BIRTH_CERTIFICATE((person, age) -> {
        if (age < 0 || age >= Trait.NO_CHILD) {
            return 0;
        }
        return person.code(Field.BIRTH_CERTIFICATE) == 1 ? Trait.WITH : Trait.WITHOUT;
    }),
    /**
     * Who may vote (UU 7/2017 art. 1 no. 34, art. 200): 17 or older, or married now or before; no foreigner, no soldier, no
     * police officer. 1 if so.
     */
    VOTER((person, age) -> {
        int occupation = person.code(Field.OCCUPATION);
        boolean serves = occupation == Trait.SOLDIER || occupation == Trait.POLICE;
        return Trait.isGrown(person, age) && !serves ? 1 : 0;
    }),
    /**
     * Who must have an identity card (UU 24/2013 art. 63): 17 or older, or married now or before, and not recorded as a
     * foreigner. Of these {@value #NOT_RECORDED} is not recorded yet, {@value #RECORDED} is recorded and has no card,
     * {@value #HOLDS_CARD} holds it.
     */
    KTP((person, age) -> {
        if (!Trait.isGrown(person, age)) {
            return 0;
        }
        if (person.code(Field.KTP_HOLDING) == KtpHolding.ELECTRONIC.code()) {
            return Trait.HOLDS_CARD;
        }
        return person.code(Field.KTP_RECORDING) >= KtpRecording.RECORDED.code() ? Trait.RECORDED : Trait.NOT_RECORDED;
    });

    public static final int WITH = 1;
    public static final int WITHOUT = 2;

    public static final int NOT_RECORDED = 1;
    public static final int RECORDED = 2;
    public static final int HOLDS_CARD = 3;

    static final Set<Trait> ALL = EnumSet.allOf(Trait.class);

    /** Those that can be others on a birthday. */
    static final Set<Trait> OF_AGE = EnumSet.of(AGE, BIRTH_CERTIFICATE, VOTER, KTP);

    private static final int NO_CHILD = 18;
    private static final int GROWN = 17;
    private static final int SOLDIER = 6;
    private static final int POLICE = 7;

    private final ToIntBiFunction<Profile, Integer> code;

    Trait(Field field) {
        this((person, age) -> person.code(field));
    }

    Trait(ToIntBiFunction<Profile, Integer> code) {
        this.code = code;
    }

    /** The code of a person of an age, {@value Profile#UNKNOWN_AGE} where it is not known. */
    int codeOf(Profile person, int age) {
        return code.applyAsInt(person, age);
    }

    /** The name in the tables. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trait ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    private static boolean isGrown(Profile person, int age) {
        boolean married = person.code(Field.MARITAL_STATUS) > MaritalStatus.SINGLE.code();
        return (age >= GROWN || married) && person.code(Field.CITIZENSHIP) != Citizenship.FOREIGN.code();
    }
}
