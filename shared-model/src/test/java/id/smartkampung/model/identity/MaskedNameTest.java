package id.smartkampung.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTest {

    @ParameterizedTest
    @CsvSource({"Siti Rukmini, S*** R******", "'  Ni  Luh ', N* L**", "A, A", "'', ''", "😀bc, 😀**"})
    void ofEachWordTheFirstLetterIsShown(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualTo(masked);
    }
}
