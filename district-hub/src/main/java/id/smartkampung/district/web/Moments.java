package id.smartkampung.district.web;

import id.smartkampung.web.time.Wib;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** When something was, as short as a table needs it: {@code 10.42} of today, else {@code 20 Nov}. */
@TemplateExtension
public final class Moments {

    private static final String NEVER = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Wib.LOCALE);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Wib.LOCALE);

    private Moments() {}

    static String asMoment(Instant at, Instant now) {
        LocalDate day = Wib.dateOf(at);
        LocalDate today = Wib.dateOf(now);
        if (day.equals(today)) {
            return Wib.hour(at);
        }
        return day.getYear() == today.getYear() ? DAY.format(day) : DAY_OF_YEAR.format(day);
    }

    static String asDay(LocalDate day) {
        return DAY.format(day);
    }

    /** The same where it may never have been. */
    @TemplateExtension(namespace = "saat")
    static final class OrNever {

        private OrNever() {}

        static String singkat(Instant at, Instant now) {
            return at == null ? NEVER : asMoment(at, now);
        }
    }
}
