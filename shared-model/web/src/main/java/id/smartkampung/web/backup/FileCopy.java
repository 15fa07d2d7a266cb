package id.smartkampung.web.backup;

import id.smartkampung.web.backup.FileFolder.Named;
import id.smartkampung.web.backup.Manifest.StoredFile;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes files along with the rows that name them, or looks whether they lie where they should. One that is lost or damaged
 * stops no backup, since the rows are worth more; it is named.
 */
final class FileCopy {

    private static final int BUFFER = 64 * 1024;

    private final FileFolder folder;
    private final List<StoredFile> inside = new ArrayList<>();
    private final List<StoredFile> beside = new ArrayList<>();
    private final List<String> lacking = new ArrayList<>();

    FileCopy(FileFolder folder) {
        this.folder = folder;
    }

    List<StoredFile> inside() {
        return inside;
    }

    List<StoredFile> beside() {
        return beside;
    }

    List<String> lacking() {
        return lacking;
    }

    /** Reads a file that stays where it is. */
    void look(Named file) {
        try {
            if (folder.has(file)) {
                beside.add(new StoredFile(file.path(), Files.size(folder.path(file)), file.sha256()));
                return;
            }
            lack(file, "is not there or is not what it was");
        } catch (IOException e) {
            lack(file, e.toString());
        }
    }

    /**
     * Copies a file in one reading. What was read stands in the manifest even when it is not what the row says, so that
     * the archive agrees with itself; no restore uses it then.
     */
    void copy(Named file, ZipOutputStream zip) throws IOException {
        InputStream bytes;
        try {
            bytes = Files.newInputStream(folder.path(file));
        } catch (IOException e) {
            lack(file, e.toString());
            return;
        }
        try (bytes) {
            zip.putNextEntry(new ZipEntry(BackupWriter.FILES + file.path()));
            MessageDigest digest = Digests.sha256();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = next(file, bytes, buffer); read >= 0; read = next(file, bytes, buffer)) {
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
                size += read;
            }
            zip.closeEntry();
            String sha256 = Digests.hex(digest);
            inside.add(new StoredFile(file.path(), size, sha256));
            if (!sha256.equals(file.sha256()) && !lacking.contains(file.path())) {
                lack(file, "is not what it was");
            }
        }
    }

    /** A file that can no longer be read ends here. */
    private int next(Named file, InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            lack(file, e.toString());
            return -1;
        }
    }

    private void lack(Named file, String why) {
        lacking.add(file.path());
        Log.errorf("the file %s that a row names is not in the backup: %s", file.path(), why);
    }
}
