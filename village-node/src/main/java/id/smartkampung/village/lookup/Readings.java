package id.smartkampung.village.lookup;

import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.NameKey;
import id.smartkampung.village.value.PhoneNumber;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Official names, which are written in capitals, as people read them on a screen: {@code {read:readable(resident.sex)}}. */
@TemplateExtension(namespace = "read")
public final class Readings {

    private static final Pattern WORD = Pattern.compile("[A-Z]{2,}[A-Z-]*");
    private static final int LETTERS_OF_A_GRADE = 2;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "SD", "SLTP", "SLTA", "SLB", "TK", "WNI", "WNA", "IUD", "KB", "BPJS", "PBI", "YME", "PNS", "TNI", "RI",
            "POLRI", "BUMN", "BUMD", "DPR-RI", "DPD", "BPK", "DPRD", "II", "III", "IV", "AB", "KTP-EL");

    private Readings() {}

    /** {@code SLTA/SEDERAJAT} as {@code SLTA/sederajat}; null as a dash. */
    public static String readable(Coded coded) {
        if (coded == null) {
            return "–";
        }
        String label = coded.label();
        Matcher words = WORD.matcher(label);
        StringBuilder text = new StringBuilder();
        while (words.find()) {
            String word = words.group();
            boolean keep = ABBREVIATIONS.contains(word) || word.length() < LETTERS_OF_A_GRADE;
            String written = keep ? word : word.toLowerCase(Locale.ROOT);
            words.appendReplacement(text, Matcher.quoteReplacement(written));
        }
        words.appendTail(text);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Whole years of life on a day; null when the birth date is unknown. */
    public static Integer ageOn(Resident resident, LocalDate day) {
        if (resident.bornOn == null || resident.bornOn.isAfter(day)) {
            return null;
        }
        return Period.between(resident.bornOn, day).getYears();
    }

    /** First letters of the first and the last name. */
    public static String initials(String fullName) {
        String[] words = NameKey.of(fullName).value().toUpperCase(Locale.ROOT).split(" ");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return words.length < 2 ? first : first + words[words.length - 1].substring(0, 1);
    }

    /** Name of a desa with its kecamatan; its code where the list does not know it. */
    public static String area(KodeWilayah kode) {
        if (kode.level() != KodeWilayah.Level.DESA) {
            return Wilayah.find(kode).map(Wilayah.Area::name).orElse(kode.value());
        }
        return Wilayah.find(kode)
                .flatMap(desa -> Wilayah.find(kode.kecamatan()).map(kecamatan -> desa.name() + ", " + kecamatan.name()))
                .orElse(kode.value());
    }

    /** The telephone number with its middle covered. */
    static String phone(String number) {
        return PhoneNumber.masked(number);
    }
}
