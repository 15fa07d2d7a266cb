package id.smartkampung.model.enrolment;

import id.smartkampung.model.log.Hash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the admin of a village types once to join the district: a secret, and by which certificate the real hub is known.
 *
 * <p>Written in groups of four without the letters that are mistaken for digits; one byte more finds a slip of the hand.
 */
public final class EnrolmentCode {

    private static final int SECRET = 16;
    private static final int FINGERPRINT = 16;
    private static final int BYTES = SECRET + FINGERPRINT + 1;
    private static final int BITS_OF_LETTER = 5;
    private static final int LETTERS = (BYTES * 8 + BITS_OF_LETTER - 1) / BITS_OF_LETTER;
    private static final int GROUP = 4;

    /** Crockford's base 32: no I, L, O and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final byte[] NO_CERTIFICATE = new byte[FINGERPRINT];

    private final byte[] secret;
    private final byte[] fingerprint;

    private EnrolmentCode(byte[] secret, byte[] fingerprint) {
        this.secret = secret;
        this.fingerprint = fingerprint;
    }

    /** A new one for a hub that is known by the SHA-256 of its certificate; of one without TLS nothing is known. */
    public static EnrolmentCode random(SecureRandom random, Optional<Hash> certificate) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        return new EnrolmentCode(
                secret,
                certificate
                        .map(hash -> Arrays.copyOf(hash.bytes(), FINGERPRINT))
                        .orElse(NO_CERTIFICATE));
    }

    /** Reads what a person typed; an {@link IllegalArgumentException} when it cannot be one of ours. */
    public static EnrolmentCode parse(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (letters.length() != LETTERS) {
            throw new IllegalArgumentException("a code has " + LETTERS + " letters, not " + letters.length());
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < LETTERS; i++) {
            int digit = ALPHABET.indexOf(letters.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("a code has no letter like number " + (i + 1));
            }
            number = number.shiftLeft(BITS_OF_LETTER).or(BigInteger.valueOf(digit));
        }
        byte[] bytes = fixedLength(number);
        byte[] content = Arrays.copyOf(bytes, BYTES - 1);
        if (bytes[BYTES - 1] != check(content)) {
            throw new IllegalArgumentException("a letter of the code is wrong");
        }
        return new EnrolmentCode(
                Arrays.copyOf(content, SECRET), Arrays.copyOfRange(content, SECRET, SECRET + FINGERPRINT));
    }

    /** As it is shown, once. */
    public String text() {
        byte[] content = Arrays.copyOf(secret, BYTES);
        System.arraycopy(fingerprint, 0, content, SECRET, FINGERPRINT);
        content[BYTES - 1] = check(Arrays.copyOf(content, BYTES - 1));
        BigInteger number = new BigInteger(1, content);
        StringBuilder text = new StringBuilder();
        for (int i = LETTERS - 1; i >= 0; i--) {
            int digit = number.shiftRight(i * BITS_OF_LETTER).intValue() & (ALPHABET.length() - 1);
            text.append(ALPHABET.charAt(digit));
            if (i > 0 && (LETTERS - i) % GROUP == 0) {
                text.append('-');
            }
        }
        return text.toString();
    }

    /** What goes over the line and proves that this code was seen. */
    public byte[] secret() {
        return secret.clone();
    }

    /** What the hub keeps: who reads it cannot join with it. */
    public static Hash hash(byte[] secret) {
        byte[] tag = "kampung-enrolment-v1".getBytes(StandardCharsets.US_ASCII);
        byte[] tagged = Arrays.copyOf(tag, tag.length + secret.length);
        System.arraycopy(secret, 0, tagged, tag.length, secret.length);
        return Hash.sha256(tagged);
    }

    /** Whether the hub that gave it has a certificate at all; else it may be trusted on the same machine only. */
    public boolean knowsCertificate() {
        return !Arrays.equals(fingerprint, NO_CERTIFICATE);
    }

    /** Whether a certificate with this SHA-256 is that of the hub. */
    public boolean fits(Hash certificate) {
        return knowsCertificate() && Arrays.equals(fingerprint, Arrays.copyOf(certificate.bytes(), FINGERPRINT));
    }

    /** Without its content: whoever reads a log must not join. */
    @Override
    public String toString() {
        return "EnrolmentCode";
    }

    private static byte check(byte[] content) {
        return Hash.sha256(content).bytes()[0];
    }

    private static byte[] fixedLength(BigInteger number) {
        byte[] raw = number.toByteArray();
        byte[] fixed = new byte[BYTES];
        int length = Math.min(raw.length, BYTES);
        System.arraycopy(raw, raw.length - length, fixed, BYTES - length, length);
        return fixed;
    }
}
