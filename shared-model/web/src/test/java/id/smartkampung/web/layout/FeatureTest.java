package id.smartkampung.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {

    private final Feature mutations =
            new Feature("mutations", "Peristiwa", List.of("/peristiwa", "/surat/*/peristiwa"), false);

    @Test
    void coversWhatBeginsWithOneOfItsPaths() {
        assertThat(mutations.covers("/peristiwa")).isTrue();
        assertThat(mutations.covers("/peristiwa/unduh")).isTrue();
        assertThat(mutations.covers("/surat/8a1c/peristiwa")).isTrue();
    }

    @Test
    void coversNothingThatOnlyLooksLikeIt() {
        assertThat(mutations.covers("/")).isFalse();
        assertThat(mutations.covers("/peristiwanya")).isFalse();
        assertThat(mutations.covers("/surat/8a1c")).isFalse();
        assertThat(mutations.covers("/surat/peristiwa")).isFalse();
    }
}
