package id.smartkampung.deploy.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in an archive, or in a workbook, which is one. */
public final class Unzipped {

    private Unzipped() {}

    /** The files by their names; read by the directory, since a workbook tells sizes only behind its entries. */
    public static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path file = Files.createTempFile("archive", ".zip");
        try {
            Files.write(file, archive);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        files.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
        return files;
    }

    /** All that is written in it. */
    public static String text(byte[] archive) throws IOException {
        StringBuilder text = new StringBuilder();
        files(archive).values().forEach(content -> text.append(new String(content, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
