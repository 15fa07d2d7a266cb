package id.smartkampung.deploy.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedScanTest {

    private static final byte[] SCAN = "surat".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void eachLetterHasItsFileByItsOwnName() throws IOException {
        SignedScan scan = new SignedScan(folder, SCAN);
        UUID one = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        UUID other = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a80ff");

        scan.keep(one);
        scan.keep(other);

        assertThat(folder.resolve("57/" + one + "-" + scan.sha256() + ".pdf")).hasBinaryContent(SCAN);
        assertThat(folder.resolve("ff/" + other + "-" + scan.sha256() + ".pdf")).hasBinaryContent(SCAN);
        assertThat(scan.bytes()).isEqualTo(SCAN.length);
    }

    @Test
    void theyShareTheBytes() throws IOException {
        SignedScan scan = new SignedScan(folder, SCAN);
        UUID one = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        UUID other = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8157");

        scan.keep(one);
        scan.keep(other);

        assertThat(Files.isSameFile(file(scan, one), file(scan, other))).isTrue();
    }

    private Path file(SignedScan scan, UUID letter) {
        return folder.resolve("57/" + letter + "-" + scan.sha256() + ".pdf");
    }
}
