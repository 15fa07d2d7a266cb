package id.smartkampung.district.deposit;

import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.backup.Digests;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the deposits: one folder for each village, names of our own. */
@ApplicationScoped
class DepositFiles {

    private static final String PART = ".part";
    private static final String WHOLE = ".age";

    private final DepositConfig config;

    DepositFiles(DepositConfig config) {
        this.config = config;
    }

    /** How much of it has come so far. */
    long have(BackupDeposit deposit) throws IOException {
        Path part = part(deposit);
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /** Adds a piece at the end of what is there; another one that was begun before is given up. */
    void append(BackupDeposit deposit, byte[] piece) throws IOException {
        Path part = part(deposit);
        Files.createDirectories(part.getParent());
        boolean first = deposit.offset() == 0;
        if (first) {
            forgetOthers(part);
        }
        try (FileChannel channel = FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                first ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Whether all that has come is what was told; what is not, is forgotten. */
    boolean finish(BackupDeposit deposit) throws IOException {
        Path part = part(deposit);
        MessageDigest digest = Digests.sha256();
        try (InputStream file = new DigestInputStream(Files.newInputStream(part), digest)) {
            file.transferTo(OutputStream.nullOutputStream());
        }
        if (!Digests.hex(digest).equals(deposit.sha256())) {
            Files.delete(part);
            return false;
        }
        Files.move(part, whole(deposit), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** A hub that was put back to an older backup of its own may know files that are gone. */
    boolean isThere(BackupDeposit deposit) {
        return Files.exists(whole(deposit));
    }

    byte[] read(BackupDeposit deposit, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(whole(deposit), StandardOpenOption.READ)) {
            int length = (int) Math.max(0, Math.min(BackupDeposit.PIECE, channel.size() - offset));
            ByteBuffer piece = ByteBuffer.allocate(length);
            while (piece.hasRemaining() && channel.read(piece, offset + piece.position()) >= 0) {
                // Reads on to the end of the piece.
            }
            return piece.array();
        }
    }

    void delete(BackupDeposit deposit) throws IOException {
        Files.deleteIfExists(whole(deposit));
    }

    /** A hub that was put back may also have files that it no longer knows: they would lie here for ever. */
    void deleteUnknown(NodeId node, List<BackupDeposit> known, Instant before) throws IOException {
        Set<Path> named = known.stream().map(this::whole).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(config.folder().resolve(node.value()))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(WHOLE)
                        && !named.contains(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void forgetOthers(Path part) throws IOException {
        try (Stream<Path> files = Files.list(part.getParent())) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(PART) && !file.equals(part)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path part(BackupDeposit deposit) {
        return file(deposit, PART);
    }

    private Path whole(BackupDeposit deposit) {
        return file(deposit, WHOLE);
    }

    private Path file(BackupDeposit deposit, String ending) {
        return config.folder().resolve(deposit.node()).resolve(deposit.id() + ending);
    }
}
