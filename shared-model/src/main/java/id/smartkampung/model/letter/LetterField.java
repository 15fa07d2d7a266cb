package id.smartkampung.model.letter;

import java.util.List;

/**
 * One thing that a letter type asks for beyond what the register knows.
 *
 * @param name as placeholders name it, such as {@code keperluan}
 * @param label as an officer and a citizen read it
 * @param options what may be chosen, for {@link FieldKind#CHOICE}; empty otherwise
 */
public record LetterField(String name, String label, FieldKind kind, boolean required, List<String> options) {

    public LetterField {
        options = options == null ? List.of() : List.copyOf(options);
    }
}
