package id.smartkampung.village.letter;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who is not in the register, as an officer typed it: NIK, name, place and date of birth, occupation and address
 * with a semicolon between; what is not known may be left out behind the name.
 *
 * @param nik 16 digits; null where none was typed
 * @param name null where only a NIK was typed
 */
record Outsider(String nik, String name, String born, String occupation, String address) {

    private static final Pattern NIK = Pattern.compile("\\d{16}");
    private static final String SEPARATOR = "; ";

    static Outsider read(String typed) {
        List<String> parts =
                Arrays.stream(typed.split(";", -1)).map(String::strip).toList();
        String digits = parts.get(0).replaceAll("[ .]", "");
        boolean number = NIK.matcher(digits).matches();
        int first = number ? 1 : 0;
        String address = parts.stream().skip(first + 3L).collect(Collectors.joining(SEPARATOR));
        return new Outsider(
                number ? digits : null,
                part(parts, first),
                part(parts, first + 1),
                part(parts, first + 2),
                address.isBlank() ? null : address);
    }

    private static String part(List<String> parts, int place) {
        return place < parts.size() && !parts.get(place).isBlank() ? parts.get(place) : null;
    }

    /** As it is kept and shown in the form again. */
    String written() {
        Stream<String> parts = Stream.of(nik, name == null ? "" : name, blank(born), blank(occupation), blank(address));
        String all = parts.filter(part -> part != null).collect(Collectors.joining(SEPARATOR));
        return all.replaceAll("[; ]+$", "");
    }

    private static String blank(String part) {
        return part == null ? "" : part;
    }
}
