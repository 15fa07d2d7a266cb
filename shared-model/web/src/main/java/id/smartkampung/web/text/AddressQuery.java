package id.smartkampung.web.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** The part of an address behind the question mark; what was not given does not stand in it. */
public final class AddressQuery {

    private final StringJoiner parts = new StringJoiner("&");

    public AddressQuery with(String name, String value) {
        if (given(value) != null) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return this;
    }

    /** What somebody typed, without blanks around it; null where that is nothing a database could look for. */
    public static String given(String text) {
        return text == null || text.isBlank() || text.indexOf('\0') >= 0 ? null : text.strip();
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
