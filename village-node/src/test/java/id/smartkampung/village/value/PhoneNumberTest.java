package id.smartkampung.village.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0812-0000-5547", "+62 812 0000 5547", "6281200005547", "(0812) 0000.5547"})
    void storesOneFormHoweverItIsWritten(String typed) {
        assertThat(PhoneNumber.normal(typed)).isEqualTo("081200005547");
    }

    @Test
    void keepsWhatIsNoNumber() {
        assertThat(PhoneNumber.normal(" titip Pak RT ")).isEqualTo("titip Pak RT");
    }

    @Test
    void coversTheMiddle() {
        assertThat(PhoneNumber.masked("081200005547")).isEqualTo("0812••••••47");
    }
}
