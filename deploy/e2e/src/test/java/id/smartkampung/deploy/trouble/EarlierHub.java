package id.smartkampung.deploy.trouble;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged hub as it was before a type of event came into the world.
 *
 * <p>It is the package that was built, with one word in it changed: the name under which it knows the type. So it meets
 * events that it has never heard of, as a hub does whose villages were upgraded before it; the tables are those of
 * today, which an upgrade would bring along.
 */
public final class EarlierHub {

    private static final String VOCABULARY = "id/smartkampung/model/event/EventType.class";
    private static final String LIBRARY = "shared-model-";

    private EarlierHub() {}

    /**
     * Makes it once.
     *
     * @param hub the jar by which the hub is started
     * @param type the name of a type that ends in its version 1
     * @param target a folder that is not there yet
     * @return the jar by which it is started
     */
    public static Path before(String type, Path hub, Path target) throws IOException {
        copy(hub.getParent(), target);
        Path library = library(target);
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            Path vocabulary = jar.getPath(VOCABULARY);
            Files.write(vocabulary, renamed(Files.readAllBytes(vocabulary), type));
        }
        return target.resolve(hub.getFileName());
    }

    /** Of the same length, so that nothing else in the class moves. */
    private static byte[] renamed(byte[] program, String type) {
        String text = new String(program, StandardCharsets.ISO_8859_1);
        if (!type.endsWith(".v1") || text.split(type, -1).length != 2) {
            throw new IllegalArgumentException("the hub does not know " + type + " by that name once");
        }
        return text.replace(type, type.replaceFirst("1$", "0")).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Path library(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().contains(LIBRARY))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException("the package of the hub has not one library " + LIBRARY + ": " + found);
            }
            return found.get(0);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
