package id.smartkampung.village.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Religion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"1972-04-21", "21-04-1972", "21/4/1972", "21.04.1972", "21 04 1972", "21041972", " 21-4-1972 "})
    void readsDatesAsPeopleWriteThem(String typed) {
        assertThat(FieldText.parse(LocalDate.class, typed)).isEqualTo(LocalDate.of(1972, 4, 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-02-1972", "1972", "kemarin", "21-13-1972"})
    void refusesDaysThatAreNone(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.parse(LocalDate.class, typed));
    }

    @Test
    void readsANikWrittenInGroups() {
        assertThat(FieldText.parse(Nik.class, "3510 0161 0472 0003")).isEqualTo(new Nik("3510016104720003"));
    }

    @Test
    void readsAndWritesCodes() {
        assertThat(FieldText.parse(Religion.class, "2")).isEqualTo(Religion.PROTESTANT);
        assertThat(FieldText.parse(Occupation.class, "9")).isEqualTo(new Occupation(9));
        assertThat(FieldText.of(Religion.PROTESTANT)).isEqualTo("2");
    }

    @Test
    void refusesACodeThatIsNotInTheList() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.parse(Religion.class, "77"));
    }

    @Test
    void refusesTheNullCharacter() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.parse(String.class, "Siti\0Rukmini"));
    }

    @Test
    void readsBlankAsNothing() {
        assertThat(FieldText.parse(LocalDate.class, "  ")).isNull();
    }

    @Test
    void writesNumbersWithoutAnExponent() {
        assertThat(FieldText.of(FieldText.parse(Double.class, "-8,0001234"))).isEqualTo("-8.0001234");
    }
}
