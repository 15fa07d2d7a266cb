package id.smartkampung.model.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file with the key of a node, both halves as PEM (RFC 7468), which only its owner may read. */
public final class KeyFile {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> ANYBODY_ELSE = PosixFilePermissions.fromString("---rwxrwx");

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Reads the key, or makes it if there is none; of two that make it at once both have the same in the end. */
    public NodeKey readOrMake() throws IOException {
        if (!exists()) {
            try {
                write(NodeKey.generate());
            } catch (FileAlreadyExistsException e) {
                // Somebody was faster; theirs is the key.
                return read();
            }
        }
        return read();
    }

    /** Reads the key; refuses a file that others may read, since its key may have been taken. */
    public NodeKey read() throws IOException {
        if (isPosix() && Files.getPosixFilePermissions(file).stream().anyMatch(ANYBODY_ELSE::contains)) {
            throw new IOException(file + " may be read by others: let only its owner read it (chmod 600)");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            return NodeKey.of(part(text, PRIVATE), part(text, PUBLIC));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " does not hold the key of a node: " + e.getMessage(), e);
        }
    }

    /** Writes a key where there is none yet, whole or not at all. */
    public void write(NodeKey key) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, mode(FOLDER_MODE));
        Path draft = Files.createTempFile(folder, "key", ".tmp", mode(FILE_MODE));
        try {
            String text =
                    pem(PRIVATE, key.pkcs8()) + pem(PUBLIC, key.verifyKey().x509());
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            // A link fails where a file stands; a move would replace the key that a log was begun with.
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    private static byte[] part(String text, String kind) {
        Matcher part = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(text);
        if (!part.find()) {
            throw new IllegalArgumentException("the " + kind + " is missing");
        }
        return Base64.getMimeDecoder().decode(part.group(1));
    }

    private static FileAttribute<?>[] mode(Set<PosixFilePermission> mode) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
