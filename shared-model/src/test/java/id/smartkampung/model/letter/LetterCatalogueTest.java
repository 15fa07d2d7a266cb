package id.smartkampung.model.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCatalogueTest {

    @Test
    void aVillageStartsWith38LetterTypes() {
        assertThat(LetterCatalogue.types()).hasSize(38);
    }

    @Test
    void everyTypeHasANameAndATime() {
        assertThat(LetterCatalogue.types().values()).allSatisfy(type -> {
            assertThat(type.name()).isNotBlank();
            assertThat(type.targetMinutes()).isPositive();
        });
    }

    @Test
    void aTypeIsFoundByItsCode() {
        assertThat(LetterCatalogue.find(new LetterKind("SKTM"))).isPresent();
        assertThat(LetterCatalogue.find(new LetterKind("OWN_OF_A_VILLAGE"))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sktm", "1N", "SK TM", "ABCDEFGHIJKLMNOPQRSTU", "../SKTM"})
    void aCodeIsShortAndInCapitals(String code) {
        assertThatThrownBy(() -> new LetterKind(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
