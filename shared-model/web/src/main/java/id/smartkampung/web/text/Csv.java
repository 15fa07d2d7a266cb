package id.smartkampung.web.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of a CSV that opens in a spreadsheet without running anything. */
public final class Csv {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** One line with its end; null is an empty cell. */
    public static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
