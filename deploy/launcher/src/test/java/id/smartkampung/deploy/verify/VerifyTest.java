package id.smartkampung.deploy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.Certificate;
import id.smartkampung.model.proof.Certificate.Signature;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.ProvenPosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    private static final NodeKey VILLAGE = NodeKey.generate();
    private static final NodeKey DISTRICT = NodeKey.generate();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aCertificate() throws IOException {
        ProvenPosition proven = new ProvenPosition(
                new NodeId("35.10.01.2001"),
                new LogPosition(1, 1234),
                DigestTree.VERSION,
                List.of(DigestTree.empty(CanonicalTable.FAMILY).proof()));
        Certificate certificate = Certificate.signed(
                proven,
                Instant.parse("2026-11-21T03:42:00Z"),
                0,
                new Signature(VILLAGE.id(), VILLAGE.sign(Certificate.VILLAGE_KIND, proven.statement())),
                DISTRICT);
        file = Files.writeString(folder.resolve("certificate.json"), certificate.toJson());
    }

    @Test
    void aGenuineCertificateIsCalledSo() {
        assertThat(run(VILLAGE, DISTRICT)).isEqualTo(Verify.GENUINE);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("position 1:1234")
                .contains("Signed by the village");
    }

    @Test
    void aTamperedOneIsNot() throws IOException {
        Files.writeString(file, Files.readString(file).replace("1234", "1235"));

        assertThat(run(VILLAGE, DISTRICT)).isEqualTo(Verify.NOT_GENUINE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("NOT GENUINE: the village has not signed");
    }

    @Test
    void anotherDistrictHasNotSignedIt() {
        assertThat(run(VILLAGE, NodeKey.generate())).isEqualTo(Verify.NOT_GENUINE);
    }

    @Test
    void aFileThatIsNoneIsNotGenuine() throws IOException {
        Files.writeString(file, "{}");

        assertThat(run(VILLAGE, DISTRICT)).isEqualTo(Verify.NOT_GENUINE);
    }

    @Test
    void withoutKeysNothingIsVerified() {
        assertThat(new Verify(out(), Map.of()).run(file.toString())).isEqualTo(Verify.WRONG_USE);
    }

    private int run(NodeKey village, NodeKey district) {
        return new Verify(out(), Map.of())
                .run(
                        file.toString(),
                        "--village-key",
                        village.verifyKey().base64(),
                        "--district-key",
                        district.verifyKey().base64());
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }
}
