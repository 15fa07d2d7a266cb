package id.smartkampung.village.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SITI  Rukmini| siti rukmini",
                "Ma'ruf Amin | maruf amin",
                "Ma’ruf Amin | maruf amin",
                "José        | jose",
                "H. Sutrisno, S.Pd. | h sutrisno s pd",
                "Ach. Fauzi  | ach fauzi",
                "Achmad Fauzi| ahmad fauzi",
                "Sukarno-Hatta | sukarno hatta"
            })
    void foldsCaseApostrophesDotsAndSpaces(String name, String key) {
        assertThat(NameKey.of(name).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moh.",
                "Muh.",
                "Moch.",
                "Much.",
                "Mohd",
                "Mohammad",
                "Muhamad",
                "Mochamad",
                "Mochammad",
                "MUHAMMAD",
                "Mohamed",
                "Mokhamad",
                "Mukhammad",
                "Muhammat"
            })
    void foldsEverySpellingOfMuhammad(String spelling) {
        assertThat(NameKey.of(spelling + " Nawawi").value()).isEqualTo("muhammad nawawi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mulyono", "Mohini", "Muhdi", "Muhibbin", "Mahmud", "Munah", "Mufid"})
    void leavesOtherNamesAlone(String name) {
        assertThat(NameKey.of(name).value()).isEqualTo(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void keepsNeighboursAsOneWordToo() {
        assertThat(NameKey.of("Siti Nur Aini").words()).isEqualTo("siti nur aini sitinur nuraini");
    }

    @Test
    void asksForEveryTypedBeginningInAnyOrderAndForNeighboursAsOne() {
        assertThat(NameKey.query("nur ai")).isEqualTo("(nur:* & ai:*) | (nurai:*)");
    }

    @Test
    void findsMuhammadWhileMohammadIsBeingTyped() {
        assertThat(NameKey.query("moha")).isEqualTo("((moha:* | muhammad))");
    }

    @Test
    void asksForNothingWhenNothingButSignsAreTyped() {
        assertThat(NameKey.query(" '&|!:*() ")).isEmpty();
    }
}
