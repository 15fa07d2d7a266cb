package id.smartkampung.model.wilayah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.wilayah.KodeWilayah.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KodeWilayahTest {

    private static final KodeWilayah SARONGAN = new KodeWilayah("35.10.01.2001");

    @ParameterizedTest
    @CsvSource({"35,PROVINSI", "35.10,KABUPATEN", "35.10.01,KECAMATAN", "35.10.01.2001,DESA"})
    void theLengthTellsTheLevel(String code, Level level) {
        assertThat(new KodeWilayah(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "3", "35.", "35.1", "3510", "35.10.01.201", "35.10.01.2001.1", "35.10.01.2001\n", "a5"})
    void anythingElseIsRefused(String code) {
        assertThatThrownBy(() -> new KodeWilayah(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAreasAboveAreItsBeginning() {
        assertThat(SARONGAN.kecamatan()).isEqualTo(new KodeWilayah("35.10.01"));
        assertThat(SARONGAN.kabupaten()).isEqualTo(new KodeWilayah("35.10"));
        assertThat(SARONGAN.provinsi()).isEqualTo(new KodeWilayah("35"));
    }

    @Test
    void anAreaHasNoneBelowItself() {
        assertThatThrownBy(() -> new KodeWilayah("35.10").kecamatan()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKelurahanHasANumberThatBeginsWithOne() {
        assertThat(new KodeWilayah("35.10.16.1004").isKelurahan()).isTrue();
        assertThat(SARONGAN.isKelurahan()).isFalse();
        assertThat(new KodeWilayah("35.10.16").isKelurahan()).isFalse();
    }

    @Test
    void onListsItHasNoDots() {
        assertThat(SARONGAN.digits()).isEqualTo("3510012001");
    }
}
