package id.smartkampung.district.indicator;

import id.smartkampung.web.text.Formats;
import java.math.BigDecimal;

/**
 * A number as it is told.
 *
 * @param value null where there is none to tell
 * @param hidden whether there is one, too small to be told
 */
public record Figure(BigDecimal value, boolean hidden) {

    static final Figure NONE = new Figure(null, false);
    static final Figure HIDDEN = new Figure(null, true);

    public static Figure of(long number) {
        return new Figure(BigDecimal.valueOf(number), false);
    }

    public boolean isTold() {
        return value != null;
    }

    /** As it stands on a page. */
    public String text() {
        if (hidden) {
            return "< 5";
        }
        return value == null ? "–" : Formats.asNumber(value);
    }
}
