package id.smartkampung.web.backup;

import id.smartkampung.web.backup.BackupException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key of the backups in the folder of the program's other keys, made when it is first needed; or only a public half,
 * whose key somebody else has.
 */
public final class KeyBeside implements BackupCommand.Lock {

    private static final String FILE = "backup.key";

    private final Path file;
    private final Optional<String> recipient;

    public KeyBeside(Path folder, Optional<String> recipient) {
        this.file = folder.resolve(FILE);
        this.recipient = recipient;
    }

    /** The key; made now if there is none. One at a time: what is printed must be what is kept. */
    public BackupKey readOrMake() throws BackupException {
        synchronized (KeyBeside.class) {
            if (!Files.exists(file)) {
                make();
            }
        }
        return BackupKey.read(file);
    }

    private void make() throws BackupException {
        try {
            BackupKey.generate().write(file);
        } catch (IOException e) {
            throw new BackupException(e, Reason.KEY_FILE, file);
        }
    }

    @Override
    public String recipient() throws BackupException {
        if (recipient.isPresent()) {
            return recipient.get();
        }
        return readOrMake().recipient();
    }

    @Override
    public Path keyFile() {
        return file;
    }

    @Override
    public void opened(BackupKey key) throws BackupException {
        if (recipient.isPresent() || Files.exists(file)) {
            return;
        }
        try {
            key.write(file);
        } catch (IOException e) {
            throw new BackupException(e, Reason.KEY_FILE, file);
        }
    }
}
