package id.smartkampung.village.letter;

import id.smartkampung.model.letter.LetterFact;
import jakarta.enterprise.context.ApplicationScoped;

/** What whoever verifies a letter is shown of it, so that a genuine code on another paper is seen. */
@ApplicationScoped
public class LetterFacts {

    private final LetterValues values;

    LetterFacts(LetterValues values) {
        this.values = values;
    }

    /** The facts of the type, as they stand in the letter, in the form in which they are kept. */
    public String of(LetterValues.Source source) {
        return LetterFact.text(source.type().facts().stream()
                .flatMap(name -> source.type().field(name).stream())
                .map(field -> new LetterFact(field.label(), values.field(field, source.answers())))
                .toList());
    }
}
