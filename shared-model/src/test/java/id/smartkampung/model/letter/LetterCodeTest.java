package id.smartkampung.model.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LetterCodeTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void aCodeIsReadBackAsItStandsOnPaper() {
        LetterCode code = LetterCode.random(random);

        assertThat(LetterCode.parse(code.grouped())).contains(code);
        assertThat(LetterCode.parse(" " + code.grouped().toLowerCase(Locale.ROOT) + " "))
                .contains(code);
        assertThat(code.grouped()).matches("([0-9A-Z]{4}-){6}[0-9A-Z]{2}");
    }

    @Test
    void aLetterMistakenForADigitIsRead() {
        LetterCode code = new LetterCode("0".repeat(24) + "11");

        assertThat(LetterCode.parse("O".repeat(24) + "Il")).contains(code);
    }

    @Test
    void whatCanBeNoCodeIsNone() {
        assertThat(LetterCode.parse("U".repeat(26))).isEmpty();
        assertThat(LetterCode.parse("0".repeat(25))).isEmpty();
        assertThat(LetterCode.parse(null)).isEmpty();
        assertThatThrownBy(() -> new LetterCode("abc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoAreNeverTheSameAndAllLettersAreUsed() {
        assertThat(Stream.generate(() -> LetterCode.random(random)).limit(200).distinct())
                .hasSize(200);
        assertThat(Stream.generate(() -> LetterCode.random(random).value())
                        .limit(200)
                        .flatMap(code -> code.substring(1).chars().boxed())
                        .distinct())
                .hasSize(32);
    }
}
