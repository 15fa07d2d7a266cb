package id.smartkampung.web.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read, from its first byte on. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> ANYBODY_ELSE = PosixFilePermissions.fromString("---rwxrwx");

    private PrivateFile() {}

    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    /** Replaces the file whole or not at all. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, mode(FOLDER_MODE));
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".tmp", mode(FILE_MODE));
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Refuses what others may read: it may have been taken. */
    public static byte[] read(Path file) throws IOException {
        if (isPosix() && Files.getPosixFilePermissions(file).stream().anyMatch(ANYBODY_ELSE::contains)) {
            throw new IOException(file + " may be read by others: let only its owner read it (chmod 600)");
        }
        return Files.readAllBytes(file);
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
