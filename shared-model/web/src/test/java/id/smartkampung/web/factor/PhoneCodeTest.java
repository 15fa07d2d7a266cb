package id.smartkampung.web.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; of its eight digits a phone shows the last six. */
    @Test
    void knowsTheCodesOfTheStandard() {
        assertThat(stepOf(59, "287082")).isEqualTo(1);
        assertThat(stepOf(1_111_111_109, "081804")).isEqualTo(37_037_036);
        assertThat(stepOf(1_111_111_111, "050471")).isEqualTo(37_037_037);
        assertThat(stepOf(1_234_567_890, "005924")).isEqualTo(41_152_263);
        assertThat(stepOf(2_000_000_000, "279037")).isEqualTo(66_666_666);
        assertThat(stepOf(20_000_000_000L, "353130")).isEqualTo(666_666_666);
    }

    private static long stepOf(long second, String code) {
        return PhoneCode.step(SECRET, code, Instant.ofEpochSecond(second)).orElse(-1);
    }

    @Test
    void allowsAClockThatIsOneStepOffAndNoMore() {
        Instant shown = Instant.ofEpochSecond(1_111_111_111);
        assertThat(PhoneCode.step(SECRET, "050 471", shown.plusSeconds(30))).isPresent();
        assertThat(PhoneCode.step(SECRET, "050471", shown.minusSeconds(30))).isPresent();
        assertThat(PhoneCode.step(SECRET, "050471", shown.plusSeconds(60))).isEmpty();
        assertThat(PhoneCode.step(SECRET, "050471", shown.minusSeconds(60))).isEmpty();
    }

    @Test
    void refusesWhatIsNoCode() {
        Instant now = Instant.ofEpochSecond(59);
        assertThat(PhoneCode.step(SECRET, "", now)).isEmpty();
        assertThat(PhoneCode.step(SECRET, "287083", now)).isEmpty();
        assertThat(PhoneCode.step(SECRET, "94287082", now)).isEmpty();
    }

    @Test
    void tellsThePhoneWhoseCodeItWillShow() {
        assertThat(PhoneCode.address(SECRET, "Desa Uji Coba", "kades"))
                .isEqualTo("otpauth://totp/Desa%20Uji%20Coba%3Akades?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Desa%20Uji%20Coba");
    }
}
