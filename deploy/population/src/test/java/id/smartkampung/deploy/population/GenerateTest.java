package id.smartkampung.deploy.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void writesOneFilePerVillageWithTheColumnsOfTheImport() throws IOException {
        int exit = run("35.10.01.2001", "35.10.01.2002", "--residents", "20", "--out", folder.toString());

        assertThat(exit).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("35.10.01.2002.csv"));
        assertThat(lines).hasSize(21);
        assertThat(lines.get(0).split(",", -1)).hasSize(43).startsWith("alamat").endsWith("lng");
        assertThat(folder.resolve("35.10.01.2001.csv")).exists();
    }

    @Test
    void showsProgress() throws IOException {
        run("35.10.01.2001", "--residents", "20", "--out", folder.toString());

        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("village 1 of 1", "20 of 20 residents");
    }

    @Test
    void saysHowItIsCalledWhenCalledWrongly() throws IOException {
        assertThat(run("--seeed", "1")).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("unknown argument --seeed", "--residents N");
    }

    private int run(String... args) throws IOException {
        return Generate.run(args, new PrintStream(progress, true, StandardCharsets.UTF_8));
    }
}
