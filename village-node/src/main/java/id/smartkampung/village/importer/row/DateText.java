package id.smartkampung.village.importer.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as files carry them: year first, day first, or as the day number of a spreadsheet. */
final class DateText {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[ T].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[ T].*)?");
    private static final Pattern ZEROS = Pattern.compile("[0\\-/. :]+");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,5}(\\.\\d+)?");

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Spreadsheets believe in 29 February 1900, so day numbers before it are one off. */
    private static final int FALSE_LEAP_DAY = 60;

    private DateText() {}

    /** What became of a cell. */
    record Result(LocalDate date, Problem problem) {

        static Result of(LocalDate date) {
            return new Result(date, null);
        }

        static Result of(Problem problem) {
            return new Result(null, problem);
        }
    }

    /** Older databases write a date of zeros where there is none. */
    static boolean isNone(String text) {
        return ZEROS.matcher(text).matches();
    }

    static Result parse(String text, boolean from1904, LocalDate today) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return checked(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), today);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return checked(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), today);
        }
        if (SERIAL.matcher(text).matches()) {
            return notInFuture(ofSerial(new BigDecimal(text).intValue(), from1904), today);
        }
        return Result.of(Problem.DATE_FORM);
    }

    private static Result checked(String year, String month, String day, LocalDate today) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < 1000 ? Result.of(Problem.DATE_IMPOSSIBLE) : notInFuture(date, today);
        } catch (DateTimeException e) {
            return Result.of(Problem.DATE_IMPOSSIBLE);
        }
    }

    private static LocalDate ofSerial(int days, boolean from1904) {
        if (from1904) {
            return EPOCH_1904.plusDays(days);
        }
        return EPOCH_1900.plusDays(days < FALSE_LEAP_DAY ? days + 1 : days);
    }

    private static Result notInFuture(LocalDate date, LocalDate today) {
        return date.isAfter(today) ? Result.of(Problem.DATE_IN_FUTURE) : Result.of(date);
    }
}
