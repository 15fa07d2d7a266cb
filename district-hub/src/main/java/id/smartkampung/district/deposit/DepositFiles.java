package id.smartkampung.district.deposit;

import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.backup.Digests;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the deposits: one folder for each village. */
final class DepositFiles {

    private static final String PART = ".part";
    private static final String WHOLE = ".age";

    private static final int CONFLICT = 409;

    private final Path folder;

    DepositFiles(Path folder) {
        this.folder = folder;
    }

    /** Takes a piece if it is the next one, and says how much is there; with the last one the file is whole. */
    long take(BackupDeposit deposit, byte[] piece) throws IOException {
        long have = have(deposit);
        if (piece.length > 0 && deposit.offset() == have && have + piece.length <= deposit.size()) {
            append(deposit, piece);
            have += piece.length;
        }
        // A hub that died before this finishes what lies there.
        if (have == deposit.size() && !finish(deposit)) {
            throw new DepositRefusedException(CONFLICT, "what has come is not what was told; it begins anew");
        }
        return have;
    }

    /** How much of it has come so far. */
    private long have(BackupDeposit deposit) throws IOException {
        Path part = part(deposit);
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /** Adds a piece at the end of what is there; another one that was begun before is given up. */
    private void append(BackupDeposit deposit, byte[] piece) throws IOException {
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
    private boolean finish(BackupDeposit deposit) throws IOException {
        Path part = part(deposit);
        if (!sha256(part).equals(deposit.sha256())) {
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

    /** What lies here under this name, if it does. */
    Optional<BackupDeposit> find(NodeId node, String name) throws IOException {
        Path file = folder.resolve(node.value()).resolve(name + WHOLE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String takenAt = Files.getLastModifiedTime(file).toInstant().toString();
        return Optional.of(new BackupDeposit(node.value(), name, Files.size(file), sha256(file), takenAt, 0));
    }

    /** Names of all that is whole of a village. */
    Set<String> names(NodeId node) throws IOException {
        Path own = folder.resolve(node.value());
        if (!Files.isDirectory(own)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(WHOLE))
                    .map(name -> name.substring(0, name.length() - WHOLE.length()))
                    .collect(Collectors.toSet());
        }
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
        try (Stream<Path> files = Files.list(folder.resolve(node.value()))) {
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
        return folder.resolve(deposit.node()).resolve(deposit.id() + ending);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.hex(digest);
    }
}
