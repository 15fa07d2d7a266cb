package id.smartkampung.web.backup;

import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that opens backups: an identity of the age format, whose public half locks them.
 *
 * <p>Its letters end with a check of their own (Bech32), so that a slip of the hand is told from a wrong key.
 */
public final class BackupKey {

    private static final String PREFIX = "AGE-SECRET-KEY-1";
    private static final int GROUP = 6;
    private static final String ALGORITHM = "X25519";

    private final String identity;
    private final String recipient;

    private BackupKey(String identity, String recipient) {
        this.identity = identity;
        this.recipient = recipient;
    }

    /** Makes a new key from the random source of the machine. */
    public static BackupKey generate() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new BackupKey(
                    text(pair.getPrivate().getEncoded()), text(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 11 has X25519", e);
        }
    }

    /**
     * Reads a key as it stands on paper or in a file: in groups or not, in small or capital letters, with or without the
     * beginning that all keys share; lines that begin with # are passed over.
     */
    public static BackupKey parse(String typed) throws BackupException {
        String letters = typed.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining())
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        String all = letters.startsWith(PREFIX) ? letters : PREFIX + letters.replace("-", "");
        try {
            SecretKeySpec secret = new SecretKeySpec(all.getBytes(StandardCharsets.US_ASCII), ALGORITHM);
            return new BackupKey(
                    all, text(new X25519KeyFactory().translateKey(secret).getEncoded()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupException(e, Reason.KEY);
        }
    }

    /** Reads a file that only its owner may read. */
    public static BackupKey read(Path file) throws BackupException {
        try {
            return parse(text(PrivateFile.read(file)));
        } catch (IOException e) {
            throw new BackupException(e, Reason.KEY_FILE, file);
        }
    }

    /** Keeps it where only its owner may read it. */
    public void write(Path file) throws IOException {
        PrivateFile.write(file, (identity + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** For the sheet in the safe: groups of letters, without the beginning that all keys share. */
    public String groups() {
        String letters = identity.substring(PREFIX.length());
        return IntStream.rangeClosed(0, (letters.length() - 1) / GROUP)
                .mapToObj(group -> letters.substring(group * GROUP, Math.min(letters.length(), (group + 1) * GROUP)))
                .collect(Collectors.joining(" "));
    }

    /** The public half, by which a backup is locked. */
    public String recipient() {
        return recipient;
    }

    String identity() {
        return identity;
    }

    /** The public half only: the key itself is nobody's to read. */
    @Override
    public String toString() {
        return recipient;
    }

    private static String text(byte[] letters) {
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
