package id.smartkampung.district.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the copies: one folder for each, and in it one for each attempt. */
final class ExportFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;

    ExportFiles(Path folder) {
        this.folder = folder;
    }

    /** An empty place for the files of an attempt; what an earlier one left is gone, and it can write no more there. */
    Path begin(Export export) throws IOException {
        delete(export.id());
        return Files.createDirectories(folderOf(export));
    }

    Path file(Export export, String name) {
        return folderOf(export).resolve(name);
    }

    /** Deletes all attempts. */
    void delete(UUID id) throws IOException {
        Path place = folder.resolve(id.toString());
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(place)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** The copies of which there are files. */
    List<UUID> there() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .map(UUID::fromString)
                    .toList();
        }
    }

    private Path folderOf(Export export) {
        return folder.resolve(export.id().toString()).resolve(Integer.toString(export.attempts()));
    }
}
