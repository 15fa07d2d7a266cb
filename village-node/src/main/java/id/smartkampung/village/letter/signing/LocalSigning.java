package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.web.error.RefusedException;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Signs with the key of whoever the letter names, on this server. */
final class LocalSigning implements SigningWay {

    private final SignerKeys keys;
    private final char[] passphrase;
    private final Clock clock;

    /** Opening one takes half a second, on purpose. */
    private final Map<UUID, PrivateKey> opened = new ConcurrentHashMap<>();

    LocalSigning(SignerKeys keys, char[] passphrase, Clock clock) {
        this.keys = keys;
        this.passphrase = passphrase.clone();
        this.clock = clock;
    }

    @Override
    public SigningMethod method() {
        return SigningMethod.LOCAL;
    }

    @Override
    public byte[] sign(Letter letter, byte[] sheet) {
        List<X509Certificate> chain = keys.chain(letter.signatoryId);
        if (chain.isEmpty()) {
            throw new RefusedException("signer-without-key");
        }
        Instant now = clock.instant();
        PrivateKey key = opened.computeIfAbsent(letter.signatoryId, owner -> keys.key(owner, passphrase));
        try {
            if (keys.isRevoked(chain.get(0))) {
                throw new SigningFailedException("signer-revoked", null);
            }
            chain.get(0).checkValidity(Date.from(now));
            return new PadesSignature(key, chain).sign(sheet, letter.signerName, now);
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new SigningFailedException("signer-certificate-expired", e);
        } catch (IOException e) {
            throw new SigningFailedException("signing-broke", e);
        }
    }
}
