package id.smartkampung.deploy.trouble;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of a size that a test can fill, kept in memory by Linux and seen as a folder.
 *
 * <p>Root mounts it. Anybody else mounts it in a user namespace of his own, where others see it through the process
 * that lives there. Where neither is allowed nothing takes its place: a limit of another kind fails in another way.
 */
public final class SmallDisk implements AutoCloseable {

    /** What people keep on the server of an office. */
    private static final String FILM = "film-orang.mp4";

    /** A piece that is no larger than what a file system gives out at once, so that nothing is left over. */
    private static final byte[] PIECE = new byte[4096];

    private final Path mounted;
    private final Path folder;
    /** Whoever keeps the mount; null where everybody sees it. */
    private final Process keeper;

    private SmallDisk(Path mounted, Path folder, Process keeper) {
        this.mounted = mounted;
        this.folder = folder;
        this.keeper = keeper;
    }

    /** @param place the folder that becomes the disk */
    public static SmallDisk at(Path place, int megabytes) throws IOException {
        Path mounted = Files.createDirectories(place).toRealPath();
        List<String> mount =
                List.of("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", mounted.toString());
        if ("root".equals(System.getProperty("user.name"))) {
            run(mount);
            return new SmallDisk(mounted, mounted, null);
        }
        List<String> command = new ArrayList<>(List.of(
                "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", "\"$@\" && echo && exec cat", "sh"));
        command.addAll(mount);
        Process keeper =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        BufferedReader said = keeper.inputReader(StandardCharsets.UTF_8);
        if (said.readLine() == null) {
            throw refused(command);
        }
        Path folder = Path.of("/proc", Long.toString(keeper.pid()), "root")
                .resolve(Path.of("/").relativize(mounted));
        return new SmallDisk(mounted, folder, keeper);
    }

    /** Where it is seen; folders around it are seen from here too. */
    public Path folder() {
        return folder;
    }

    /** Puts something there that leaves no byte for anybody else. */
    public void fill() throws IOException {
        try (OutputStream out = new FileOutputStream(folder.resolve(FILM).toFile(), true)) {
            while (true) {
                out.write(PIECE);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    /** Takes it away again. */
    public void empty() throws IOException {
        Files.deleteIfExists(folder.resolve(FILM));
    }

    /** Gives the memory back, with all that lies there. */
    @Override
    public void close() throws IOException {
        if (keeper == null) {
            // Whatever is still open there must not keep it.
            run(List.of("umount", "--lazy", mounted.toString()));
        } else {
            // With the last process of the namespace the mount is gone.
            keeper.destroy();
        }
    }

    private static void run(List<String> command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw refused(command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " ran", e);
        }
    }

    private static IllegalStateException refused(List<String> command) {
        return new IllegalStateException(
                "this machine lets nobody have a small disk, so that a full one cannot be tested"
                        + " here: run the tests on Linux as root, or allow user namespaces; refused was "
                        + String.join(" ", command));
    }
}
