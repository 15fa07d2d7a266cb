package id.smartkampung.village.importer.row;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Sex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Official entries by their code, their name, or a spelling in use elsewhere; spaces and case do not count. */
final class CodeTexts {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,3})(?:\\.0+)?");

    private static final Map<Class<?>, Map<String, Coded>> BY_VOCABULARY = new HashMap<>();

    static {
        for (ImportColumn column : ImportColumn.values()) {
            if (column.vocabulary() != null) {
                BY_VOCABULARY.put(column.vocabulary(), official(column.vocabulary()));
            }
        }
        also(Sex.class, 1, "L", "LK", "Pria");
        also(Sex.class, 2, "P", "Pr", "Wanita");
        also(Religion.class, 7, "Kepercayaan Terhadap Tuhan YME / Lainnya");
        also(Education.class, 1, "Tidak/Blm Sekolah");
        also(Education.class, 2, "Tidak Tamat SD/Sederajat");
        also(Education.class, 7, "Akademi/Diploma III/S. Muda");
        also(Education.class, 9, "Strata-II");
        also(MaritalStatus.class, 1, "BK");
        also(MaritalStatus.class, 2, "K");
        also(MaritalStatus.class, 3, "CH");
        also(MaritalStatus.class, 4, "CM");
        also(Relationship.class, 7, "Orangtua");
        also(BloodGroup.class, 13, "Tdk Th");
        also(Disability.class, 1, "Cacat Fisik");
        also(Disability.class, 2, "Cacat Netra/Buta");
        also(Disability.class, 3, "Cacat Rungu/Wicara");
        also(Disability.class, 4, "Cacat Mental/Jiwa");
        also(Disability.class, 5, "Cacat Fisik dan Mental");
        also(Disability.class, 6, "Cacat Lainnya");
        also(Disability.class, 7, "Tidak Cacat");
        also(BaseStatus.class, 2, "Mati");
        also(BaseStatus.class, 3, "Pindah Dalam Negeri", "Pindah Luar Negeri");
        also(BaseStatus.class, 9, "Tidak Valid");
        also(Insurance.class, 3, "BPJS Non Penerima Bantuan Iuran");
    }

    private CodeTexts() {}

    /** The entry, or null where neither code nor name is known. */
    static Coded find(Class<? extends Coded> vocabulary, String text) {
        return BY_VOCABULARY.get(vocabulary).get(folded(text));
    }

    private static Map<String, Coded> official(Class<? extends Coded> vocabulary) {
        List<? extends Coded> entries =
                vocabulary == Occupation.class ? Occupation.all() : List.of(vocabulary.getEnumConstants());
        Map<String, Coded> byText = new HashMap<>();
        for (Coded entry : entries) {
            byText.put(folded(entry.label()), entry);
            byText.put(String.valueOf(entry.code()), entry);
        }
        return byText;
    }

    private static void also(Class<? extends Coded> vocabulary, int code, String... texts) {
        Map<String, Coded> byText = BY_VOCABULARY.get(vocabulary);
        for (String text : texts) {
            byText.put(folded(text), byText.get(String.valueOf(code)));
        }
    }

    private static String folded(String text) {
        String folded = SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        Matcher number = NUMBER.matcher(folded);
        // 03 and 3.0 are what spreadsheets make of a 3.
        return number.matches() ? number.group(1) : folded;
    }
}
