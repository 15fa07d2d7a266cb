package id.smartkampung.web.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The code of six digits that a phone shows for thirty seconds (TOTP, RFC 6238, with SHA-1 as phones expect it). */
final class PhoneCode {

    /** As RFC 4226, 4, recommends: 160 bits. */
    private static final int SECRET_BYTES = 20;

    /** How far the clock of a phone may be off, in steps. */
    private static final int DRIFT = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private PhoneCode() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** As it is typed into a phone that cannot read the picture. */
    static String written(byte[] secret) {
        return new Base32().encodeToString(secret);
    }

    /** What the picture says to the phone. */
    static String address(byte[] secret, String issuer, String username) {
        return "otpauth://totp/" + inAddress(issuer + ":" + username) + "?secret=" + written(secret) + "&issuer="
                + inAddress(issuer);
    }

    /** The step whose code this is, of the one now and its neighbours; empty if of none. */
    static OptionalLong step(byte[] secret, String typed, Instant now) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / CODES.getTimeStep().toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(code, of(secret, step).getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static String of(byte[] secret, long step) {
        Instant time = Instant.ofEpochSecond(step * CODES.getTimeStep().toSeconds());
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("a secret that no code is made of", e);
        }
    }

    private static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
