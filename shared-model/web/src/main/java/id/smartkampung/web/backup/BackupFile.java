package id.smartkampung.web.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.web.backup.BackupException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A backup that somebody made: read from end to end, it is believed or not. */
public final class BackupFile {

    private final Path file;
    private final BackupKey key;

    public BackupFile(Path file, BackupKey key) {
        this.file = file;
        this.key = key;
    }

    /** Takes what is in the file, as far as it wants. */
    @FunctionalInterface
    interface Taker {

        void rows(String table, InputStream rows) throws SQLException, IOException;

        /** A file that rows name. */
        default void file(String path, InputStream content) throws IOException, BackupException {
            // It is read to its end all the same.
        }
    }

    /** Whether it was locked with this key; asked of its beginning only. */
    boolean isOpenedByItsKey() {
        try (InputStream source = Files.newInputStream(file);
                InputStream opened = Seal.opening(source, key)) {
            return opened.available() >= 0;
        } catch (BackupException e) {
            return e.reason() != Reason.WRONG_KEY;
        } catch (IOException e) {
            // Whoever reads it says what is wrong with it.
            return true;
        }
    }

    /** Reads everything; every row is there and as it was when this returns. */
    public Manifest verify() throws BackupException {
        try {
            return read((table, rows) -> rows.skip(0));
        } catch (SQLException e) {
            throw new IllegalStateException("no database is asked", e);
        }
    }

    /** Hands the rows of each table and the files over; what was taken counts only if this returns. */
    Manifest read(Taker taker) throws BackupException, SQLException {
        try (Medium.Reading source = new Medium.Reading(file)) {
            try {
                return read(source, taker);
            } catch (IOException | IllegalArgumentException e) {
                throw source.hasFailed() ? unreadable(e) : damaged(e);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Manifest read(InputStream source, Taker taker) throws BackupException, IOException, SQLException {
        Map<String, String> hashes = new LinkedHashMap<>();
        Manifest manifest = null;
        try (InputStream opened = Seal.opening(source, key);
                ZipInputStream zip = new ZipInputStream(opened)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BackupWriter.MANIFEST)) {
                    manifest = manifest(zip);
                } else {
                    hashes.put(entry.getName(), hash(entry.getName(), zip, taker));
                }
            }
            // To the very end: only there it shows whether the file is whole.
            drain(opened);
        }
        if (manifest == null) {
            throw damaged(null);
        }
        require(manifest, hashes);
        return manifest;
    }

    private static String hash(String name, InputStream entry, Taker taker)
            throws IOException, SQLException, BackupException {
        MessageDigest digest = Digests.sha256();
        DigestInputStream digested = new DigestInputStream(new Unclosed(entry), digest);
        if (name.startsWith(BackupWriter.TABLES)) {
            taker.rows(name.substring(BackupWriter.TABLES.length()), digested);
        } else if (name.startsWith(BackupWriter.FILES)) {
            taker.file(name.substring(BackupWriter.FILES.length()), digested);
        }
        drain(digested);
        return Digests.hex(digest);
    }

    private static Manifest manifest(InputStream entry) throws IOException, BackupException {
        byte[] json = entry.readAllBytes();
        ObjectMapper mapper = new ObjectMapper();
        try {
            int format = mapper.readTree(json).path("format").asInt();
            if (format > Manifest.FORMAT) {
                throw new BackupException(Reason.NEWER_FORMAT, format);
            }
            return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw damaged(e);
        }
    }

    private static void require(Manifest manifest, Map<String, String> hashes) throws BackupException {
        Map<String, String> told = new LinkedHashMap<>();
        manifest.tables().forEach(table -> told.put(BackupWriter.TABLES + table.name(), table.sha256()));
        manifest.files().forEach(stored -> told.put(BackupWriter.FILES + stored.path(), stored.sha256()));
        if (!told.equals(hashes)) {
            List<String> differing = told.keySet().stream()
                    .filter(name -> !told.get(name).equals(hashes.get(name)))
                    .toList();
            throw new BackupException(Reason.DAMAGED, differing);
        }
    }

    private static BackupException damaged(Exception cause) {
        return new BackupException(cause, Reason.DAMAGED);
    }

    private BackupException unreadable(Exception cause) {
        return new BackupException(cause, Reason.UNREADABLE, file);
    }

    private static void drain(InputStream stream) throws IOException {
        stream.transferTo(OutputStream.nullOutputStream());
    }

    /** An entry of an archive is closed with the archive. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream entry) {
            super(entry);
        }

        @Override
        public void close() {
            // The next entry follows.
        }
    }
}
