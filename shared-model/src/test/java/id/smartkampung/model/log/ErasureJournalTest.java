package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.log.ErasureJournal.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureJournalTest {

    private static final Entry ONE = entry(7);
    private static final Entry OTHER = entry(8);

    @TempDir
    Path folder;

    @Test
    void whoWasErasedIsReadInOrderByANewProcess() throws IOException {
        Path file = folder.resolve("keys").resolve("erasures");
        assertThat(new ErasureJournal(file).read()).isEmpty();

        new ErasureJournal(file).add(List.of(ONE));
        new ErasureJournal(file).add(List.of(OTHER));

        assertThat(new ErasureJournal(file).read()).containsExactly(ONE, OTHER);
    }

    @Test
    void aLineThatACrashCutIsPassedOver() throws IOException {
        Path file = folder.resolve("erasures");
        new ErasureJournal(file).add(List.of(ONE));
        String whole = Files.readString(file);
        for (int length = 1; length < whole.length() - 1; length++) {
            Files.writeString(file, whole + whole.substring(0, length));

            new ErasureJournal(file).add(List.of(OTHER));

            assertThat(new ErasureJournal(file).read()).containsExactly(ONE, OTHER);
        }
    }

    @Test
    void aWholeLineThatIsNoErasureStopsWhoReadsIt() throws IOException {
        Path file = folder.resolve("erasures");
        new ErasureJournal(file).add(List.of(ONE));
        Files.writeString(file, "something else .\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> new ErasureJournal(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no erasure");
    }

    private static Entry entry(long sequence) {
        return new Entry(Logs.NODE, new UUID(sequence, sequence), new LogPosition(1, sequence), "ASKED_FOR");
    }
}
