package id.smartkampung.web.text;

import id.smartkampung.model.vocabulary.Coded;
import java.util.List;
import java.util.stream.Stream;

/** One entry of a select on a page: what is sent and what is read. */
public record Choice(String value, String label) {

    /** The entries of an official code list, in its order. */
    public static <E extends Enum<E> & Coded> List<Choice> of(Class<E> vocabulary) {
        return Stream.of(vocabulary.getEnumConstants())
                .map(entry -> new Choice(String.valueOf(entry.code()), entry.label()))
                .toList();
    }

    /** Whether this entry is the given one, be it a code, a text or a coded value. */
    public boolean matches(Object other) {
        if (other instanceof Coded coded) {
            return value.equals(String.valueOf(coded.code()));
        }
        return other != null && value.equals(other.toString());
    }
}
