package id.smartkampung.model.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The public half of the key of a node (Ed25519, RFC 8032): tells what this node has signed. */
public final class VerifyKey {

    public static final int LENGTH = 32;

    private static final int ID_LENGTH = 16;

    /** What stands before the 32 bytes in the encoding that Java and OpenSSL read (RFC 8410). */
    private static final byte[] X509_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final byte[] raw;
    private final String id;
    private final PublicKey key;

    private VerifyKey(byte[] raw) {
        this.raw = raw;
        this.id = Hash.sha256(raw).hex().substring(0, ID_LENGTH);
        try {
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + LENGTH);
            System.arraycopy(raw, 0, encoded, X509_PREFIX.length, LENGTH);
            this.key = KeyFactory.getInstance(NodeKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these 32 bytes are no Ed25519 key", e);
        }
    }

    /** Takes the 32 bytes of RFC 8032; anything else is an {@link IllegalArgumentException}. */
    public static VerifyKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
        }
        return new VerifyKey(raw.clone());
    }

    public static VerifyKey ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** Reads the encoding of Java and OpenSSL. */
    static VerifyKey ofX509(byte[] encoded) {
        int prefix = X509_PREFIX.length;
        if (encoded.length != prefix + LENGTH || !Arrays.equals(encoded, 0, prefix, X509_PREFIX, 0, prefix)) {
            throw new IllegalArgumentException("this is no Ed25519 key");
        }
        return of(Arrays.copyOfRange(encoded, prefix, encoded.length));
    }

    /** The first 16 hex digits of its SHA-256: which key it is, not what it is worth. */
    public String id() {
        return id;
    }

    /** The 32 bytes of RFC 8032. */
    public byte[] raw() {
        return raw.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(raw);
    }

    byte[] x509() {
        return key.getEncoded();
    }

    /** Whether this signature, in base64, was made over this head with the private half. */
    public boolean signed(LogHead head, String signature) {
        return verifies(Signed.head(head), signature);
    }

    /** Whether this signature, in base64, was made over this control record with the private half. */
    public boolean signed(String kind, byte[] body, String signature) {
        return verifies(Signed.control(kind, body), signature);
    }

    private boolean verifies(byte[] message, String signature) {
        try {
            Signature verifier = Signature.getInstance(NodeKey.ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // No base64, or no 64 bytes, or no point of the curve: nothing that this key could have made.
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return id;
    }
}
