package id.smartkampung.district.client;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;

/** Reads the public keys that an admin is given for a client: a JWK set, one JWK (RFC 7517), or one key as PEM. */
final class PublicKeys {

    private static final String PEM = "-----BEGIN PUBLIC KEY-----";
    private static final int LEAST_BITS = 2048;
    private static final int MOST_KEYS = 10;

    private PublicKeys() {}

    /** As a JWK set without anything private; empty where it is none, or holds a private or a weak key. */
    static Optional<String> toJwks(String text) {
        try {
            List<JsonWebKey> keys = read(text.strip());
            boolean good =
                    !keys.isEmpty() && keys.size() <= MOST_KEYS && keys.stream().allMatch(PublicKeys::isGood);
            return good
                    ? Optional.of(new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY))
                    : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            // the library answers what is no key with exceptions of many kinds
            return Optional.empty();
        }
    }

    private static List<JsonWebKey> read(String text) throws JoseException {
        if (text.startsWith(PEM)) {
            return List.of(JsonWebKey.Factory.newJwk(ofPem(text)));
        }
        if (text.contains("\"keys\"")) {
            return new JsonWebKeySet(text).getJsonWebKeys();
        }
        return List.of(JsonWebKey.Factory.newJwk(text));
    }

    private static PublicKey ofPem(String pem) throws JoseException {
        try {
            return new RsaKeyUtil().fromPemEncoded(pem);
        } catch (JoseException | java.security.spec.InvalidKeySpecException e) {
            return ecOfPem(pem);
        }
    }

    private static PublicKey ecOfPem(String pem) throws JoseException {
        try {
            return new EcKeyUtil().fromPemEncoded(pem);
        } catch (java.security.spec.InvalidKeySpecException e) {
            throw new JoseException("the key is neither of RSA nor of an elliptic curve", e);
        }
    }

    private static boolean isGood(JsonWebKey key) {
        if (!(key instanceof PublicJsonWebKey pair) || pair.getPrivateKey() != null) {
            return false;
        }
        if (pair.getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= LEAST_BITS;
        }
        return pair.getPublicKey() instanceof ECPublicKey || pair.getKeyType().equals("OKP");
    }
}
