package id.smartkampung.web.backup;

import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.file.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that the rows of a program name, such as signed letters: written before their row, and never changed.
 *
 * @param place where they lie
 * @param table whose rows name them
 * @param column of it, without which no row names a file yet
 * @param query gives path within the place and SHA-256 of each
 */
public record FileFolder(Path place, String table, String column, String query) {

    private static final int BUFFER = 64 * 1024;

    /** Plain names, none of which begins with a dot: no path leads out of the place. */
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

    /** What a row says of a file. */
    public record Named(String path, String sha256) {}

    /** Work on the disk. */
    @FunctionalInterface
    private interface Work<T> {

        T done() throws IOException;
    }

    /** The files that the rows name which this transaction sees. */
    public List<Named> named(Connection connection) throws SQLException {
        List<Named> named = new ArrayList<>();
        Catalog catalog = new Catalog(connection);
        if (!catalog.tables().contains(table) || !catalog.columns(table).contains(column)) {
            return named;
        }
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                named.add(new Named(row.getString(1), row.getString(2)));
            }
        }
        return named;
    }

    /** Another text as soon as rows name other files; to ask for it takes no memory, however many they are. */
    public String mark(Connection connection) throws SQLException {
        String sql = "select count(*) || ':' || coalesce(sum(hashtextextended(path || sha256, 0)), 0) from (" + query
                + ") as named (path, sha256)";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Whether a path that somebody else wrote stays within the place. */
    static boolean isPlain(String path) {
        return PATH.matcher(path).matches();
    }

    public Path path(Named file) {
        if (!isPlain(file.path())) {
            throw new IllegalArgumentException("no path of a file: " + file.path());
        }
        return place.resolve(file.path());
    }

    /** Whether it lies here under its name, whatever is in it. */
    public boolean isThere(Named file) {
        return Files.isRegularFile(path(file));
    }

    /** Whether it lies here as its row says. */
    public boolean has(Named file) throws IOException {
        if (!isThere(file)) {
            return false;
        }
        MessageDigest digest = Digests.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(path(file)), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.hex(digest).equals(file.sha256());
    }

    /** Puts a file in its place, on the disk when this returns; one that is there as it should be is left alone. */
    public void put(Named file, InputStream content) throws IOException, BackupException {
        Path target = path(file);
        if (onDisk(() -> has(file))) {
            return;
        }
        Path part = onDisk(() -> {
            Files.createDirectories(target.getParent());
            return Files.createTempFile(target.getParent(), "part", null);
        });
        try {
            if (!write(part, content).equals(file.sha256())) {
                throw new IOException("the file " + file.path() + " is not what its row says");
            }
            onDisk(() -> {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                DurableFolder.sync(target.getParent());
                return target;
            });
        } finally {
            onDisk(() -> Files.deleteIfExists(part));
        }
    }

    private String write(Path part, InputStream content) throws IOException, BackupException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[BUFFER];
        FileChannel out = onDisk(() -> FileChannel.open(part, StandardOpenOption.WRITE));
        try (out) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                digest.update(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    onDisk(() -> out.write(bytes));
                }
            }
            onDisk(() -> {
                out.force(true);
                return part;
            });
        }
        return Digests.hex(digest);
    }

    /** Told from a source that cannot be read: there is something else to do about it. */
    private <T> T onDisk(Work<T> work) throws BackupException {
        try {
            return work.done();
        } catch (IOException e) {
            throw new BackupException(e, Reason.FILES, place);
        }
    }
}
