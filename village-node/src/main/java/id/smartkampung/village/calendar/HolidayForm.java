package id.smartkampung.village.calendar;

import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.PlainText;
import id.smartkampung.web.text.Texts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/** Holidays as they are copied from a decree: one a line, the day and behind it the name. */
public class HolidayForm {

    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Pattern LINE = Pattern.compile("(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})[\\s;,:]+(.+)");

    @RestForm
    public String hari;

    @RestForm
    public String macam;

    /** Empty where none is chosen. */
    Optional<HolidayKind> kind() {
        return Arrays.stream(HolidayKind.values())
                .filter(kind -> kind.name().equals(macam))
                .findFirst();
    }

    /** Names by day; the first line that cannot be read is told. */
    SortedMap<LocalDate, String> read(FieldErrors errors, Texts texts) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        for (String typed : PlainText.lines(hari).split("\n", -1)) {
            String line = PlainText.line(typed);
            if (line.isEmpty()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            LocalDate day = matcher.matches() ? day(matcher.group(1)) : null;
            if (day == null || matcher.group(2).length() > LONGEST) {
                errors.add("hari", texts.of("calendar.line-wrong", line));
            } else {
                days.put(day, matcher.group(2));
            }
        }
        if (days.isEmpty()) {
            errors.add("hari", texts.of("calendar.no-day"));
        }
        if (kind().isEmpty()) {
            errors.add("macam", texts.of("form.required"));
        }
        return days;
    }

    /** Null for what is no day of this century. */
    private static LocalDate day(String typed) {
        try {
            LocalDate day = (LocalDate) FieldText.parse(LocalDate.class, typed);
            return day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR ? day : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
