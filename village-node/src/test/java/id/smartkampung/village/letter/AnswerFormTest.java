package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswerFormTest {

    private static final String ELSEWHERE = "3509010101800001";

    @Inject
    Texts texts;

    @Inject
    ResidentService residents;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.500.000|1500000", "Rp1.500.000,00|1500000", "1500000|1500000", "1 500 000,-|1500000", "5|5"})
    void readsAnAmount(String typed, String amount) {
        assertThat(read(FieldKind.MONEY, "i.x", typed, FieldErrors.none())).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500000.00", "15.00", "1.5000", "1.500.00", ".500", "seribu"})
    void doesNotGuessAtAnAmount(String typed) {
        FieldErrors errors = FieldErrors.none();

        assertThat(read(FieldKind.MONEY, "i.x", typed, errors)).isEqualTo(typed);
        assertThat(errors.isEmpty()).isFalse();
    }

    @Test
    void signsThatNoPaperHoldsAreLeftOut() {
        assertThat(read(FieldKind.LONG_TEXT, "i.x", "satu\u000Bdua\uFFFE\r\ntiga\uD800", FieldErrors.none()))
                .isEqualTo("satu dua \ntiga");
    }

    @Test
    void somebodyFromElsewhereIsNamed() {
        FieldErrors errors = FieldErrors.none();
        assertThat(read(FieldKind.PERSON, "i.x.lain", ELSEWHERE, errors)).isEqualTo(ELSEWHERE);
        assertThat(errors.of("i.x")).contains("Tulis juga namanya");

        FieldErrors none = FieldErrors.none();
        assertThat(read(FieldKind.PERSON, "i.x.lain", "3509 0101 0180 0001;Dewi ; Jember, 1 Januari 1980", none))
                .isEqualTo(ELSEWHERE + "; Dewi; Jember, 1 Januari 1980");
        assertThat(none.isEmpty()).isTrue();
    }

    @Test
    void somebodyOfTheRegisterIsThatPersonWhateverElseWasTyped() {
        Resident known = residents.register(Residents.aResident(), Residents.anOfficer());

        assertThat(read(FieldKind.PERSON, "i.x.lain", known.nik.value() + "; Salah Eja", FieldErrors.none()))
                .isEqualTo(Answers.known(known.id));
    }

    private String read(FieldKind kind, String cell, String typed, FieldErrors errors) {
        LetterField field = new LetterField("x", "Isian", kind, true, List.of());
        return QuarkusTransaction.requiringNew()
                .call(() -> new AnswerForm(Map.of(cell, List.of(typed)), errors, texts)
                        .read(List.of(field), Set.of())
                        .of("x"));
    }
}
