package id.smartkampung.model.letter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Code of a letter type (<i>jenis surat</i>) as in the catalogue, such as SKTM or N1; villages may add their own. */
public record LetterKind(@JsonValue String code) implements Comparable<LetterKind> {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,19}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LetterKind {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a letter type has a code such as SKTM, not \"" + code + "\"");
        }
    }

    @Override
    public int compareTo(LetterKind other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
