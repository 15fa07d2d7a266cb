package id.smartkampung.web.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates and times as they are written in Banyuwangi (<i>Waktu Indonesia Barat</i>). */
public final class Wib {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    public static final Locale LOCALE = Locale.forLanguageTag("id-ID");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu", LOCALE);
    private static final DateTimeFormatter WEEKDAY_DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", LOCALE);

    private Wib() {}

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** 21 November 2026. */
    public static String date(TemporalAccessor date) {
        return DATE.format(date);
    }

    /** 21-11-2026. */
    public static String shortDate(TemporalAccessor date) {
        return SHORT_DATE.format(date);
    }

    /** Sabtu, 21 November 2026. */
    public static String weekdayDate(TemporalAccessor date) {
        return WEEKDAY_DATE.format(date);
    }

    /** 10.42 WIB. */
    public static String time(Instant instant) {
        return hour(instant) + " WIB";
    }

    /** 10.42. */
    public static String hour(Instant instant) {
        return hour(instant.atZone(ZONE));
    }

    /** 10.42. */
    public static String hour(TemporalAccessor time) {
        return TIME.format(time);
    }

    /** 21 November 2026, 10.42 WIB. */
    public static String dateTime(Instant instant) {
        return date(dateOf(instant)) + ", " + time(instant);
    }
}
