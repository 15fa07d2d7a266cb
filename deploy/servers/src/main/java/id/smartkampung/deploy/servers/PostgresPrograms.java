package id.smartkampung.deploy.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the archive for this kind of machine.
 *
 * <p>They are called directly, since the library that brings them starts a server for throw-away tests: without
 * {@code fsync} and trusting everybody.
 */
final class PostgresPrograms {

    private final Path folder;

    PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Runs one of the programs to its end; what it says goes to the log. */
    int run(Path log, String program, List<String> arguments) {
        unpackOnce();
        List<String> command = new ArrayList<>();
        if (isRootOfLinux()) {
            // PostgreSQL refuses to work as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ServerException("the program " + program + " of PostgreSQL cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while " + program + " of PostgreSQL ran", e);
        }
    }

    private synchronized void unpackOnce() {
        if (Files.isDirectory(folder)) {
            return;
        }
        // Moved to its place when it is whole: a start that was killed leaves no half of it.
        Path half = folder.resolveSibling(
                folder.getFileName() + "-" + ProcessHandle.current().pid());
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, half);
            }
            if (!Files.isDirectory(folder)) {
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new ServerException("the programs of PostgreSQL cannot be unpacked to " + folder, e);
        }
    }

    private static InputStream archive() throws IOException {
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
        if (archive == null) {
            throw new IOException("no archive for " + system() + " on " + architecture());
        }
        return new BufferedInputStream(archive);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an entry leads out of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(target.resolve(entry.getLinkName()), file);
        } else {
            Files.copy(content, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            if (executable && !file.toFile().setExecutable(true, false)) {
                throw new IOException("cannot be made executable: " + file);
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "amd64".equals(name) ? "x86_64" : name;
    }

    private static boolean isRootOfLinux() {
        return "Linux".equals(system()) && "root".equals(System.getProperty("user.name"));
    }
}
