package id.smartkampung.village.importer.row;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.importer.PopulationFiles;
import id.smartkampung.village.importer.sheet.SheetLimits;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes, the answer is rows or a reason; a failure names the seed that brings it back. */
class PopulationFileFuzzTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final SheetLimits LIMITS = SheetLimits.ofFileBytes(50 << 20);
    private static final int ROUNDS = 400;

    @TempDir
    Path folder;

    @Test
    void survivesDamagedText() throws IOException {
        damage(Files.readAllBytes(PopulationFiles.madeUp()));
    }

    @Test
    void survivesDamagedWorkbooks() throws IOException {
        damage(Files.readAllBytes(PopulationFiles.asXlsx(PopulationFiles.madeUp(), folder)));
    }

    @Test
    void survivesWorkbooksDamagedBeforeTheyWerePacked() throws IOException {
        Map<String, byte[]> parts = unpacked(PopulationFiles.asXlsx(PopulationFiles.madeUp(), folder));
        List<String> names = List.copyOf(parts.keySet());
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String name = names.get(random.nextInt(names.size()));
            Map<String, byte[]> damaged = new LinkedHashMap<>(parts);
            damaged.put(name, wounded(parts.get(name), random));
            read(packed(damaged), seed);
        }
    }

    @Test
    void survivesNoise() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            read(noise, seed);
        }
    }

    private void damage(byte[] good) throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            read(wounded(good, new Random(seed)), seed);
        }
    }

    private static byte[] wounded(byte[] good, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        int wounds = bytes.length == 0 ? 0 : 1 + random.nextInt(12);
        for (int i = 0; i < wounds; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static Map<String, byte[]> unpacked(Path workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private void read(byte[] bytes, long seed) throws IOException {
        Path file = Files.write(folder.resolve("fuzz"), bytes);
        try {
            assertThat(Survey.of(file, LIMITS, TODAY, List.of()).rows()).isPositive();
        } catch (SheetRefusedException e) {
            assertThat(e.refusal()).isNotNull();
        } catch (IOException | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
