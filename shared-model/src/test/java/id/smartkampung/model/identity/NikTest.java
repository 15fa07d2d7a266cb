package id.smartkampung.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {

    private static final String DIGITS = "3510015708900001";

    @Test
    void sixteenDigitsAreANik() {
        assertThat(new Nik(DIGITS).value()).isEqualTo(DIGITS);
    }

    @Test
    void leadingZerosAreKept() {
        assertThat(new Nik("0010015708900001").value()).startsWith("001");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0",
                "351001570890000",
                "35100157089000011",
                "351001570890000a",
                " 510015708900001",
                "3510-01570890001",
                "351001570890000\n",
                "٣٥١٠٠١٥٧٠٨٩٠٠٠٠١",
                "３５１００１５７０８９００００１"
            })
    void nothingElseIsANik(String text) {
        assertThat(Nik.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Nik(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(NoKk.isValid(text)).isFalse();
        assertThatThrownBy(() -> new NoKk(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasWritten() {
        assertThatThrownBy(() -> new Nik("351001570890001X")).message().doesNotContain("5708");
    }

    @Test
    void onlyTheAreaIsShown() {
        assertThat(new Nik(DIGITS)).hasToString("351001••••••••••");
        assertThat(new Nik(DIGITS).masked()).isEqualTo("351001••••••••••");
        assertThat(new NoKk(DIGITS)).hasToString("351001••••••••••");
    }

    @Test
    void inATextOnlyOnesOwnIsShown() {
        String typed = "3510010000000002; Orang Luar, " + DIGITS + ", 35100157089000013";

        assertThat(Nik.covered(typed, new Nik(DIGITS)))
                .isEqualTo("351001••••••••••; Orang Luar, " + DIGITS + ", 35100157089000013");
        assertThat(Nik.covered(DIGITS, null)).isEqualTo("351001••••••••••");
    }

    @Test
    void birthDatesThatCannotBeAreNoReasonToRefuse() {
        assertThat(Nik.isValid("3510019999990000")).isTrue();
    }
}
