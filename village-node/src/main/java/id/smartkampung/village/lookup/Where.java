package id.smartkampung.village.lookup;

import id.smartkampung.village.value.NameKey;
import id.smartkampung.village.value.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Conditions on the table of residents with their parameters. */
final class Where {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d{4,16}");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    void and(String condition) {
        conditions.add(condition);
    }

    void and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** Adds what was typed as a condition; false when nothing can be found by it. */
    boolean meant(String typed) {
        if (isNumber(typed)) {
            number(SEPARATORS.matcher(typed).replaceAll(""));
            return true;
        }
        String words = NameKey.query(typed);
        if (words.isEmpty()) {
            return false;
        }
        and("to_tsvector('simple', name_words) @@ to_tsquery('simple', :words)", "words", words);
        return true;
    }

    /** As a union of ids: an OR over the three columns would read the whole table. */
    private void number(String digits) {
        and("""
                id in (select id from resident where nik >= :number and nik < :beyond
                    union all select m.id from family f join resident m on m.family_id = f.id
                        where f.no_kk >= :number and f.no_kk < :beyond
                    union all select id from resident where phone >= :phone and phone < :phoneBeyond)""", "number", digits);
        String phone = PhoneNumber.normal(digits);
        parameters.put("beyond", beyond(digits));
        parameters.put("phone", phone);
        parameters.put("phoneBeyond", beyond(phone));
    }

    /** The first text after all that begin so; a range, since LIKE with a parameter is not always planned as one. */
    private static String beyond(String beginning) {
        return beginning + "~";
    }

    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    static boolean isNumber(String typed) {
        return typed != null
                && DIGITS.matcher(SEPARATORS.matcher(typed).replaceAll("")).matches();
    }
}
