package id.smartkampung.model.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.log.Hash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {

    private static final Hash CERTIFICATE = Hash.sha256("a certificate".getBytes(StandardCharsets.US_ASCII));

    private final EnrolmentCode code = EnrolmentCode.random(new SecureRandom(), Optional.of(CERTIFICATE));

    @Test
    void isReadAsItWasWritten() {
        EnrolmentCode read = EnrolmentCode.parse(code.text());

        assertThat(read.secret()).isEqualTo(code.secret());
        assertThat(read.fits(CERTIFICATE)).isTrue();
    }

    @Test
    void isReadHoweverAPersonTypesIt() {
        String typed = code.text().toLowerCase(Locale.ROOT).replace('0', 'o').replace("-", "  ");

        assertThat(EnrolmentCode.parse(typed).secret()).isEqualTo(code.secret());
    }

    @Test
    void anyWrongLetterIsNoticedBeforeItIsSent() {
        String text = code.text();
        int noticed = 0;
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'Z' ? 'Y' : 'Z';
            if (text.charAt(i) == '-') {
                continue;
            }
            String wrong = text.substring(0, i) + other + text.substring(i + 1);
            try {
                EnrolmentCode.parse(wrong);
            } catch (IllegalArgumentException e) {
                noticed++;
            }
        }

        // One byte finds 255 of 256.
        assertThat(noticed).isGreaterThanOrEqualTo(50);
    }

    @Test
    void aShorterTextIsRefused() {
        assertThatThrownBy(() -> EnrolmentCode.parse(code.text().substring(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotFitAnotherCertificate() {
        assertThat(code.fits(Hash.sha256("another".getBytes(StandardCharsets.US_ASCII))))
                .isFalse();
    }

    @Test
    void aCodeOfAHubWithoutCertificateFitsNone() {
        EnrolmentCode open = EnrolmentCode.random(new SecureRandom(), Optional.empty());

        assertThat(open.knowsCertificate()).isFalse();
        assertThat(open.fits(CERTIFICATE)).isFalse();
    }

    @Test
    void doesNotPrintItself() {
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
