package id.smartkampung.web.backup;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import id.smartkampung.web.backup.BackupException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;

/** Locks and opens a stream in the age format (age-encryption.org/v1), by the library and nothing of our own. */
public final class Seal {

    /** As large as a part of the format, so that parts are not cut up. */
    private static final int BUFFER = 64 * 1024;

    private Seal() {}

    /** What is written to it can be read with the key of this public half only; it must be closed to be whole. */
    public static OutputStream locking(OutputStream target, String recipient) throws BackupException, IOException {
        try {
            return new BufferedOutputStream(
                    Channels.newOutputStream(new StandardEncryptingChannelFactory()
                            .newEncryptingChannel(
                                    Channels.newChannel(target),
                                    List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)))),
                    BUFFER);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupException(e, Reason.RECIPIENT, recipient);
        }
    }

    /** Reads what was locked; whatever was changed in it ends in an {@link IOException}. */
    public static InputStream opening(InputStream source, BackupKey key) throws BackupException, IOException {
        try {
            return new BufferedInputStream(
                    Channels.newInputStream(new StandardDecryptingChannelFactory()
                            .newDecryptingChannel(
                                    Channels.newChannel(source),
                                    List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                                            key.identity())))),
                    BUFFER);
        } catch (UnsupportedRecipientStanzaException e) {
            throw new BackupException(e, Reason.WRONG_KEY);
        } catch (GeneralSecurityException e) {
            throw new BackupException(e, Reason.DAMAGED);
        }
    }
}
