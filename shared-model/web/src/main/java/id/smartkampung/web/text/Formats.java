package id.smartkampung.web.text;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.TemplateExtension;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;

/** How values are written on pages: {@code resident.bornOn.asDate}; {@code id:date(x)} where a value may be missing. */
@TemplateExtension
public final class Formats {

    private static final String MISSING = "–";

    private Formats() {}

    static String asDate(LocalDate date) {
        return Wib.date(date);
    }

    static String asShortDate(LocalDate date) {
        return Wib.shortDate(date);
    }

    static String asWeekday(LocalDate date) {
        return Wib.weekdayDate(date);
    }

    static String asDate(Instant instant) {
        return Wib.date(Wib.dateOf(instant));
    }

    static String asShortDate(Instant instant) {
        return Wib.shortDate(Wib.dateOf(instant));
    }

    static String asWeekday(Instant instant) {
        return Wib.weekdayDate(Wib.dateOf(instant));
    }

    static String asTime(Instant instant) {
        return Wib.time(instant);
    }

    static String asHour(Instant instant) {
        return Wib.hour(instant);
    }

    static String asDateTime(Instant instant) {
        return Wib.dateTime(instant);
    }

    /** A number of bytes, in whole megabytes. */
    static String asMegabytes(Long bytes) {
        return asNumber(bytes >> 20);
    }

    public static String asNumber(Number number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Wib.LOCALE);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign('−');
        return new DecimalFormat("#,##0.##", symbols).format(number);
    }

    static String masked(Nik nik) {
        return nik.masked();
    }

    static String masked(NoKk noKk) {
        return noKk.masked();
    }

    static String label(Coded coded) {
        return coded.label();
    }

    /** The same for values that may be missing: a dash stands for them. */
    @TemplateExtension(namespace = "id")
    static final class OrDash {

        private OrDash() {}

        static String date(LocalDate date) {
            return date == null ? MISSING : Wib.date(date);
        }

        static String shortDate(LocalDate date) {
            return date == null ? MISSING : Wib.shortDate(date);
        }

        static String time(Instant instant) {
            return instant == null ? MISSING : Wib.time(instant);
        }

        static String dateTime(Instant instant) {
            return instant == null ? MISSING : Wib.dateTime(instant);
        }

        static String number(Number number) {
            return number == null ? MISSING : asNumber(number);
        }

        static String label(Coded coded) {
            return coded == null ? MISSING : coded.label();
        }

        static String text(Object value) {
            return value == null || value.toString().isBlank() ? MISSING : value.toString();
        }
    }
}
