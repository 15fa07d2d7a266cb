package id.smartkampung.district.indicator;

import id.smartkampung.web.text.Formats;
import java.math.BigDecimal;

/**
 * A number as it is told.
 *
 * @param value null where there is none to tell
 * @param hidden whether there is one, of so few that it is not told
 * @param instead what stands on a page where there is no value
 */
public record Figure(BigDecimal value, boolean hidden, String instead) {

    static final Figure NONE = new Figure(null, false, "–");
    static final Figure HIDDEN = new Figure(null, true, "< 5");

    /** An age of few people, which is itself no number of them. */
    static final Figure OF_FEW = new Figure(null, true, "–");

    static Figure of(BigDecimal value) {
        return new Figure(value, false, "");
    }

    public static Figure of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    public boolean isTold() {
        return value != null;
    }

    /** As it stands on a page. */
    public String text() {
        return value == null ? instead : Formats.asNumber(value);
    }
}
