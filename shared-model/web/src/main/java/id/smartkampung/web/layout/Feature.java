package id.smartkampung.web.layout;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a program that an account may be given or not.
 *
 * @param code by which it is kept
 * @param label as the admin reads it
 * @param paths beginnings of its addresses; {@code *} stands for any one name between slashes
 * @param whole whether it shows so much of everything that an account bound to an area never has it
 */
public record Feature(String code, String label, List<String> paths, boolean whole) {

    public Feature {
        paths = List.copyOf(paths);
    }

    boolean covers(String path) {
        String[] asked = path.split("/+");
        return paths.stream().map(begin -> begin.split("/")).anyMatch(begin -> begins(asked, begin));
    }

    private static boolean begins(String[] asked, String[] begin) {
        return asked.length >= begin.length
                && IntStream.range(0, begin.length).allMatch(i -> begin[i].equals("*") || begin[i].equals(asked[i]));
    }
}
