package id.smartkampung.web.text;

import java.util.regex.Pattern;

/** What was typed, without signs that no paper and no file of XML can hold. */
public final class PlainText {

    /** Controls but the end of a line, what XML forbids, and halves of a sign. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\ufffe\\uffff\\p{Cs}&&[^\\n]]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PlainText() {}

    /** In lines as they were typed, ends of lines as the web has them made one. */
    public static String lines(String typed) {
        return typed == null
                ? ""
                : UNFIT.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
    }

    /** All in one line. */
    public static String line(String typed) {
        return SPACE.matcher(lines(typed)).replaceAll(" ");
    }
}
