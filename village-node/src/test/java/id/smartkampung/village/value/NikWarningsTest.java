package id.smartkampung.village.value;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NikWarningsTest {

    private static final Nik OF_A_WOMAN = new Nik("3510016104720003");
    private static final Nik OF_A_MAN = new Nik("3510012104720003");
    private static final LocalDate BORN_ON = LocalDate.of(1972, 4, 21);

    @Test
    void saysNothingWhenDateAndSexFit() {
        assertThat(NikWarnings.of(OF_A_WOMAN, BORN_ON, Sex.FEMALE)).isEmpty();
        assertThat(NikWarnings.of(OF_A_MAN, BORN_ON, Sex.MALE)).isEmpty();
    }

    @Test
    void warnsOfAnotherBirthDate() {
        assertThat(NikWarnings.of(OF_A_WOMAN, BORN_ON.plusDays(1), Sex.FEMALE)).containsExactly(NikWarnings.BIRTH_DATE);
    }

    @Test
    void warnsOfTheOtherSex() {
        assertThat(NikWarnings.of(OF_A_WOMAN, BORN_ON, Sex.MALE)).containsExactly(NikWarnings.SEX);
    }

    @Test
    void saysNothingOfWhatIsUnknown() {
        assertThat(NikWarnings.of(OF_A_WOMAN, null, null)).isEmpty();
        assertThat(NikWarnings.of(null, BORN_ON, Sex.MALE)).isEmpty();
    }
}
