package id.smartkampung.village.value;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a NIK does not fit the birth date or the sex of its holder.
 *
 * <p>Never more than a warning: the NIK stays for life, also when birth date or sex are corrected later.
 */
public enum NikWarnings {
    BIRTH_DATE,
    SEX;

    private static final int FEMALE_DAY_OFFSET = 40;

    public static Set<NikWarnings> of(Nik nik, LocalDate bornOn, Sex sex) {
        Set<NikWarnings> warnings = EnumSet.noneOf(NikWarnings.class);
        if (nik == null) {
            return warnings;
        }
        int writtenDay = Integer.parseInt(nik.value().substring(6, 8));
        boolean writtenFemale = writtenDay > FEMALE_DAY_OFFSET;
        int day = writtenFemale ? writtenDay - FEMALE_DAY_OFFSET : writtenDay;
        if (bornOn != null && !date(nik, day).equals(sixDigits(bornOn))) {
            warnings.add(BIRTH_DATE);
        }
        if (sex != null && writtenFemale != (sex == Sex.FEMALE)) {
            warnings.add(SEX);
        }
        return warnings;
    }

    private static String date(Nik nik, int day) {
        return twoDigits(day) + nik.value().substring(8, 12);
    }

    private static String sixDigits(LocalDate date) {
        return twoDigits(date.getDayOfMonth()) + twoDigits(date.getMonthValue()) + twoDigits(date.getYear() % 100);
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
