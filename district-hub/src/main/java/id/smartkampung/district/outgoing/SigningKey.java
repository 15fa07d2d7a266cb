package id.smartkampung.district.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * With what the messages of a webhook are signed, both ways of Standard Webhooks 1.0: a secret that the receiver shares
 * ({@code v1}, HMAC-SHA256) and a key of which it knows the public half ({@code v1a}, Ed25519).
 *
 * @param publicKey the 32 bytes of RFC 8032 in base64
 */
public record SigningKey(SecretKey shared, PrivateKey own, String publicKey) {

    private static final String HMAC = "HmacSHA256";
    private static final String ED25519 = "Ed25519";
    private static final int SECRET_BYTES = 32;
    private static final int PUBLIC_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes new ones from the random source of the machine. */
    public static SigningKey generate() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            byte[] x509 = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(x509, x509.length - PUBLIC_BYTES, x509.length);
            return new SigningKey(
                    new SecretKeySpec(secret, HMAC),
                    pair.getPrivate(),
                    Base64.getEncoder().encodeToString(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** As it was kept. */
    public static SigningKey of(byte[] secret, byte[] pkcs8, String publicKey) {
        try {
            PrivateKey own = KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new SigningKey(new SecretKeySpec(secret, HMAC), own, publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key in the table cannot be read", e);
        }
    }

    /** As receivers enter it. */
    public String secretText() {
        return "whsec_" + Base64.getEncoder().encodeToString(shared.getEncoded());
    }

    /** As receivers enter it. */
    public String publicText() {
        return "whpk_" + publicKey;
    }

    /**
     * The value of {@code webhook-signature}: each key in both ways, so that a receiver finds the one that it knows.
     *
     * @param seconds the value of {@code webhook-timestamp}
     */
    public static String header(List<SigningKey> keys, String id, long seconds, String body) {
        byte[] content = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> "v1," + key.code(content) + " v1a," + key.signature(content))
                .collect(Collectors.joining(" "));
    }

    private String code(byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(shared);
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private String signature(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(own);
            signature.update(content);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook cannot be signed", e);
        }
    }

    /** The key itself is nobody's to read. */
    @Override
    public String toString() {
        return publicText();
    }
}
