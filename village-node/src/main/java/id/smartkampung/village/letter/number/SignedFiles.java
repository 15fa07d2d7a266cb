package id.smartkampung.village.letter.number;

import id.smartkampung.model.log.Hash;
import id.smartkampung.web.backup.FileFolder;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.file.DurableFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Signed letters on disk, each under its id and its SHA-256; a file is never changed. */
@ApplicationScoped
public class SignedFiles {

    /** As {@link #place} has it. */
    private static final String NAMED = """
        select right(id::text, 2) || '/' || id || '-' || file_sha256 || '.pdf', file_sha256
        from letter where file_sha256 is not null order by 1
        """;

    private final Path folder;

    SignedFiles(LetterConfig config) {
        this.folder = config.folder().toAbsolutePath();
    }

    /** The same files as whoever makes backups sees them. */
    public static FileFolder folder(LetterConfig config) {
        return new FileFolder(config.folder().toAbsolutePath(), Letter.TABLE, "file_sha256", NAMED);
    }

    /** A file that is on disk. */
    public record Kept(Hash sha256, long bytes) {}

    /** Comes back when the disk has it; only then may a row say so. */
    public Kept keep(UUID letter, byte[] file) {
        Hash hash = Hash.sha256(file);
        Path place = place(letter, hash.hex());
        try {
            Files.createDirectories(place.getParent());
            Path part = Files.createTempFile(place.getParent(), "part", null);
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(file);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFolder.sync(place.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the file of letter " + letter + " is not kept", e);
        }
        return new Kept(hash, file.length);
    }

    /** The file of a signed letter; one that is not what was signed is not given out. */
    public byte[] read(Letter letter) {
        try {
            Path place = place(letter.id, letter.fileSha256);
            if (Files.notExists(place)) {
                throw new RefusedException("letter-file-lost");
            }
            byte[] file = Files.readAllBytes(place);
            if (!Hash.sha256(file).hex().equals(letter.fileSha256)) {
                throw new IOException("the file of letter " + letter.id + " is damaged");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the file of letter " + letter.id + " cannot be read", e);
        }
    }

    /** Two letters of the id spread the files over a few hundred folders. */
    private Path place(UUID letter, String sha256) {
        String id = letter.toString();
        return folder.resolve(id.substring(id.length() - 2)).resolve(id + "-" + sha256 + ".pdf");
    }
}
