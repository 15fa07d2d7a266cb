package id.smartkampung.district.status;

import java.util.regex.Pattern;

/** Compares versions of programs by their numbers: 1.10 is newer than 1.9. */
final class Versions {

    private static final Pattern NUMBERS = Pattern.compile("[^0-9.].*$");

    private Versions() {}

    static boolean isOlder(String version, String than) {
        String[] ours = numbers(version);
        String[] theirs = numbers(than);
        for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
            int compared = Long.compare(number(ours, i), number(theirs, i));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return false;
    }

    private static String[] numbers(String version) {
        return NUMBERS.matcher(version).replaceFirst("").split("\\.", -1);
    }

    private static long number(String[] numbers, int place) {
        return place < numbers.length && !numbers[place].isEmpty() ? Long.parseLong(numbers[place]) : 0;
    }
}
