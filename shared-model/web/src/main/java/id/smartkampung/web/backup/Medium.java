package id.smartkampung.web.backup;

import id.smartkampung.web.backup.BackupException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk or a stick that files are written to and read from: it gets full, and it is pulled out. */
public final class Medium {

    /** With less than that left nothing of use is written. */
    private static final long NOTHING_LEFT = 64L * 1024;

    private Medium() {}

    /** Why a file was not written. */
    public static BackupException unwritten(IOException cause, Path file) {
        return isFull(cause, file)
                ? new BackupException(cause, Reason.FULL, file)
                : new BackupException(cause, Reason.UNWRITABLE, file);
    }

    /** The system says it in its own language, so that the space is asked for besides. */
    public static boolean isFull(IOException cause, Path file) {
        if (String.valueOf(cause.getMessage()).contains("No space left")) {
            return true;
        }
        try {
            Path there = file.toAbsolutePath();
            while (there != null && !Files.exists(there)) {
                there = there.getParent();
            }
            return there != null && Files.getFileStore(there).getUsableSpace() < NOTHING_LEFT;
        } catch (IOException e) {
            return false;
        }
    }

    /** A file that is read, which remembers whether it was the medium that failed and not what is in the file. */
    static final class Reading extends FilterInputStream {

        private boolean failed;

        Reading(Path file) throws IOException {
            super(Files.newInputStream(file));
        }

        boolean hasFailed() {
            return failed;
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
