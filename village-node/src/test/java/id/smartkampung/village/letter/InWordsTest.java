package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.web.text.Texts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InWordsTest {

    @Inject
    Texts texts;

    @ParameterizedTest
    @CsvSource({
        "0, nol rupiah",
        "1, satu rupiah",
        "10, sepuluh rupiah",
        "11, sebelas rupiah",
        "15, lima belas rupiah",
        "20, dua puluh rupiah",
        "99, sembilan puluh sembilan rupiah",
        "100, seratus rupiah",
        "111, seratus sebelas rupiah",
        "1000, seribu rupiah",
        "1001, seribu satu rupiah",
        "2000, dua ribu rupiah",
        "11000, sebelas ribu rupiah",
        "101000, seratus satu ribu rupiah",
        "1500000, satu juta lima ratus ribu rupiah",
        "1000000000, satu miliar rupiah",
        "2000000001000, dua triliun seribu rupiah",
        "999000000000000, sembilan ratus sembilan puluh sembilan triliun rupiah",
    })
    void writesAmountsAsTheyAreSaid(long amount, String words) {
        assertThat(new InWords(texts).rupiah(amount)).isEqualTo(words);
    }
}
