package id.smartkampung.district.population;

import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.vocabulary.Coded;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A resident as far as totals look: codes and the day of birth, no name and no number.
 *
 * <p>Spelled as these numbers in the order of the {@link Field fields}, with commas between them and nothing where nothing
 * is recorded. PostgreSQL spells a row so, and Java an event.
 */
public final class Profile {

    /** The spelling of a resident's row {@code %1$s}. */
    public static final String SQL =
            Arrays.stream(Field.values()).map(Field::sql).collect(Collectors.joining(", ',', ", "concat(", ")"));

    /** The highest age that is told apart. */
    static final int OLDEST = 120;

    static final int UNKNOWN_AGE = -1;

    private static final int ABSENT = Integer.MIN_VALUE;
    private static final Field[] FIELDS = Field.values();

    private final Map<Field, Integer> values;

    private Profile(Map<Field, Integer> values) {
        this.values = values;
    }

    /** What is looked at. */
    enum Field {
        SEX("%1$s.sex", event -> code(event.sex())),
        BORN_ON(
                "%1$s.born_on - date '1970-01-01'",
                event -> event.bornOn() == null
                        ? ABSENT
                        : Math.toIntExact(event.bornOn().toEpochDay())),
        RELIGION("%1$s.religion", event -> code(event.religion())),
        EDUCATION("%1$s.education", event -> code(event.education())),
        SCHOOLING("%1$s.schooling", event -> code(event.schooling())),
        OCCUPATION("%1$s.occupation", event -> code(event.occupation())),
        MARITAL_STATUS("%1$s.marital_status", event -> code(event.maritalStatus())),
        RELATIONSHIP("%1$s.relationship", event -> code(event.relationship())),
        CITIZENSHIP("%1$s.citizenship", event -> code(event.citizenship())),
        BLOOD_GROUP("%1$s.blood_group", event -> code(event.bloodGroup())),
        DISABILITY("%1$s.disability", event -> code(event.disability())),
        PREGNANCY("%1$s.pregnancy", event -> code(event.pregnancy())),
        KTP_HOLDING("%1$s.ktp_holding", event -> code(event.ktpHolding())),
        KTP_RECORDING("%1$s.ktp_recording", event -> code(event.ktpRecording())),
        RESIDENCY("%1$s.residency", event -> code(event.residency())),
        INSURANCE("%1$s.insurance", event -> code(event.insurance())),
        /** 1 where there is one; a dash in the register is none. */
        BIRTH_CERTIFICATE(
                "case when %1$s.birth_certificate not in ('', '-') then 1 end",
                event -> written(event.birthCertificate())),
        MARRIAGE_CERTIFICATE(
                "case when %1$s.marriage_certificate not in ('', '-') then 1 end",
                event -> written(event.marriageCertificate()));

        private final String sql;
        private final ToIntFunction<ResidentRecorded> value;

        Field(String sql, ToIntFunction<ResidentRecorded> value) {
            this.sql = sql;
            this.value = value;
        }

        private String sql() {
            return sql;
        }

        private static int code(Coded coded) {
            return coded == null ? ABSENT : coded.code();
        }

        private static int written(String number) {
            return number == null || number.isEmpty() || number.equals("-") ? ABSENT : 1;
        }
    }

    /** The spelling of an event. */
    public static String spell(ResidentRecorded event) {
        StringBuilder spelled = new StringBuilder(64);
        for (Field field : FIELDS) {
            int value = field.value.applyAsInt(event);
            if (value != ABSENT) {
                spelled.append(value);
            }
            spelled.append(',');
        }
        spelled.setLength(spelled.length() - 1);
        return spelled.toString();
    }

    static Profile of(String spelled) {
        Map<Field, Integer> values = new EnumMap<>(Field.class);
        int from = 0;
        for (Field field : FIELDS) {
            int comma = spelled.indexOf(',', from);
            int end = comma < 0 ? spelled.length() : comma;
            if (end > from) {
                values.put(field, Integer.parseInt(spelled, from, end, 10));
            }
            from = end + 1;
        }
        return new Profile(values);
    }

    /** The official code, zero where none is recorded; no code is zero. */
    int code(Field field) {
        return values.getOrDefault(field, 0);
    }

    /**
     * Completed years on a day, at most {@value #OLDEST} and at least none; {@value #UNKNOWN_AGE} without a day of birth. Who
     * was born on 29 February is a year older on 1 March where the year has no such day: on the 28th the year of life is not
     * complete yet.
     */
    int ageOn(LocalDate day) {
        Integer born = values.get(Field.BORN_ON);
        if (born == null) {
            return UNKNOWN_AGE;
        }
        long years = ChronoUnit.YEARS.between(LocalDate.ofEpochDay(born), day);
        return (int) Math.max(0, Math.min(OLDEST, years));
    }
}
