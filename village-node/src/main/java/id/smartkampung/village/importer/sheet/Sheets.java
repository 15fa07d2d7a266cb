package id.smartkampung.village.importer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens a file by what is in it; its name is not asked. */
public final class Sheets {

    private static final int PROBE = 4096;

    private Sheets() {}

    public static Sheet open(Path file, SheetLimits limits) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new SheetRefusedException(Refusal.EMPTY);
        }
        if (size > limits.fileBytes()) {
            throw new SheetRefusedException(Refusal.TOO_LARGE);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(PROBE);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return XlsxSheet.open(file, limits);
        }
        // Readers of PDF look for the mark anywhere in the first kilobyte, and so must we.
        if (text.substring(0, Math.min(1024, text.length())).contains("%PDF-")) {
            throw new SheetRefusedException(Refusal.PDF);
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new SheetRefusedException(Refusal.OLD_EXCEL);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("<html") || lower.contains("<table") || lower.contains("<?xml")) {
            throw new SheetRefusedException(Refusal.HTML);
        }
        return CsvSheet.open(file, limits);
    }
}
