package id.smartkampung.web.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The phone of somebody: takes over the key that a page shows, and shows codes. */
final class Phone {

    private static final Pattern WRITTEN = Pattern.compile("<code class=\"kode-besar\">([A-Z2-7 ]+)</code>");

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final String written;
    private final Clock clock;

    private Phone(String written, Clock clock) {
        this.written = written;
        this.clock = clock;
    }

    static Phone of(String page, Clock clock) {
        Matcher matcher = WRITTEN.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("the page shows no key");
        }
        return new Phone(matcher.group(1).replace(" ", ""), clock);
    }

    String written() {
        return written;
    }

    String code() {
        return code(Duration.ZERO);
    }

    /** With its clock off by so much. */
    String code(Duration drift) {
        Instant shown = clock.instant().plus(drift);
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(written), "HmacSHA1"), shown);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
