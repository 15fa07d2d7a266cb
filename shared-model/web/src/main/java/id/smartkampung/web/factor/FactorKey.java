package id.smartkampung.web.factor;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.file.PrivateFile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks the secrets of second factors (AES-256-GCM, each bound to its account) with a key that lies beside the database:
 * whoever has the database alone, or its backup, makes no code from it.
 */
@ApplicationScoped
class FactorKey {

    private static final String FILE = "second-factor.key";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    FactorKey(WebConfig config) {
        this.file = config.keysFolder().resolve(FILE);
    }

    /** What may lie in the database. */
    String lock(UUID account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, account).doFinal(secret);
            byte[] whole = ByteBuffer.allocate(nonce.length + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** Empty where another key locked it, as after a restore without the keys. */
    Optional<byte[]> open(UUID account, String locked) {
        byte[] whole = Base64.getDecoder().decode(locked);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, account)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            Log.errorf(e, "the second factor of account %s was locked with another key than that in %s", account, file);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID account) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(readOrMake(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private synchronized byte[] readOrMake() {
        try {
            if (!PrivateFile.exists(file)) {
                byte[] key = new byte[KEY_BYTES];
                RANDOM.nextBytes(key);
                PrivateFile.write(file, key);
            }
            return PrivateFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of second factors cannot be read or made", e);
        }
    }
}
