package id.smartkampung.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileChunkTest {

    private static final UUID LETTER = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(ints = {1, FileChunk.MAX_BYTES - 1, FileChunk.MAX_BYTES, FileChunk.MAX_BYTES + 1, 700_000})
    void thePartsTogetherAreTheFile(int length) {
        byte[] file = aFile(length);
        ByteArrayOutputStream together = new ByteArrayOutputStream();

        for (FileChunk part : parts(file, 0)) {
            assertThat(part.start()).isEqualTo(together.size());
            assertThat(part.part()).hasSizeLessThanOrEqualTo(FileChunk.MAX_BYTES);
            together.writeBytes(part.part());
        }

        assertThat(together.toByteArray()).isEqualTo(file);
    }

    @Test
    void whoHasTheBeginningGetsTheRest() {
        byte[] file = aFile(700_000);

        List<FileChunk> rest = parts(file, FileChunk.MAX_BYTES);

        assertThat(rest).extracting(FileChunk::start).containsExactly(262_144L, 524_288L);
        assertThat(parts(file, file.length)).isEmpty();
        assertThat(parts(file, Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, AA==", "1, 0, AAA=", "1, -1, AA==", "1, 0, ''", "1, 0, ***", "9, 9223372036854775807, AA=="})
    void aPartThatDoesNotFitIsRefused(long bytes, long start, String data) {
        FileChunk chunk = new FileChunk(UUID.randomUUID(), LETTER, "00", bytes, start, data);

        assertThatThrownBy(chunk::part).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartThatIsTooLongIsRefused() {
        String data = Base64.getEncoder().encodeToString(new byte[FileChunk.MAX_BYTES + 1]);
        FileChunk chunk = new FileChunk(UUID.randomUUID(), LETTER, "00", Long.MAX_VALUE, 0, data);

        assertThatThrownBy(chunk::part).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<FileChunk> parts(byte[] file, long from) {
        return FileChunk.of(LETTER, "00", file, from, UUID::randomUUID);
    }

    private static byte[] aFile(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        return file;
    }
}
