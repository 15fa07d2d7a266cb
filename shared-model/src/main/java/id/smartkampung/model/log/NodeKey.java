package id.smartkampung.model.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key with which a node signs the heads of its log and its control records (Ed25519, RFC 8032).
 *
 * <p>It is made on the node and never leaves it; others know it by its public half.
 */
public final class NodeKey {

    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final VerifyKey verifyKey;

    private NodeKey(PrivateKey key, VerifyKey verifyKey) {
        this.key = key;
        this.verifyKey = verifyKey;
    }

    /** Makes a new key from the random source of the machine. */
    public static NodeKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new NodeKey(
                    pair.getPrivate(), VerifyKey.ofX509(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /**
     * Takes both halves as they were kept.
     *
     * @throws IllegalArgumentException when they are no keys, or do not belong together
     */
    static NodeKey of(byte[] pkcs8, byte[] x509) {
        VerifyKey verifyKey = VerifyKey.ofX509(x509);
        NodeKey read;
        try {
            read = new NodeKey(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), verifyKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no private Ed25519 key", e);
        }
        byte[] probe = {1};
        if (!verifyKey.signed("probe", probe, read.sign("probe", probe))) {
            throw new IllegalArgumentException("the two halves of key " + verifyKey.id() + " do not belong together");
        }
        return read;
    }

    /** The same as that of its public half. */
    public String id() {
        return verifyKey.id();
    }

    public VerifyKey verifyKey() {
        return verifyKey;
    }

    byte[] pkcs8() {
        return key.getEncoded();
    }

    /** Signs a head, and with it all events before it; the signature in base64. */
    public String sign(LogHead head) {
        return sign(Signed.head(head));
    }

    /** Signs a control record; the signature in base64. */
    public String sign(String kind, byte[] body) {
        return sign(Signed.control(kind, body));
    }

    private String sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + id() + " cannot sign", e);
        }
    }

    /** The id only: the key itself is nobody's to read. */
    @Override
    public String toString() {
        return id();
    }
}
