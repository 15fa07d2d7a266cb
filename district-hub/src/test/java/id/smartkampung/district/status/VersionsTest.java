package id.smartkampung.district.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void comparesByNumberAndNotByLetter() {
        assertThat(Versions.isOlder("1.9.3", "1.10")).isTrue();
        assertThat(Versions.isOlder("1.10", "1.9.3")).isFalse();
    }

    @Test
    void theSameIsNotOlder() {
        assertThat(Versions.isOlder("2.0.0-SNAPSHOT", "2.0")).isFalse();
    }

    @Test
    void whatIsNoVersionIsOld() {
        assertThat(Versions.isOlder("dev", "1.0")).isTrue();
    }
}
