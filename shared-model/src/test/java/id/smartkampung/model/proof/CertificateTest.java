package id.smartkampung.model.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.proof.Certificate.Fault;
import id.smartkampung.model.proof.Certificate.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {

    private static final NodeKey VILLAGE = NodeKey.generate();
    private static final NodeKey DISTRICT = NodeKey.generate();
    private static final DigestTree FAMILIES = Rows.tree(Rows.families(new Random(1), 20));
    private static final ProvenPosition PROVEN = new ProvenPosition(
            new NodeId("35.10.01.2001"),
            new LogPosition(1, 1234),
            DigestTree.VERSION,
            List.of(DigestTree.empty(CanonicalTable.RESIDENT).proof(), FAMILIES.proof()));

    private final Certificate certificate = Certificate.signed(
            PROVEN,
            Instant.parse("2026-11-21T03:42:00Z"),
            0,
            new Signature(VILLAGE.id(), VILLAGE.sign(Certificate.VILLAGE_KIND, PROVEN.statement())),
            DISTRICT);

    @Test
    void whatBothHaveSignedHasNoFault() {
        assertThat(certificate.faults(VILLAGE.verifyKey(), DISTRICT.verifyKey()))
                .isEmpty();
    }

    @Test
    void itIsWrittenAndReadAgainWithoutLoss() throws IOException {
        Certificate read = Certificate.ofJson(certificate.toJson().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(certificate);
        assertThat(read.faults(VILLAGE.verifyKey(), DISTRICT.verifyKey())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 1235",
        "35.10.01.2001, 35.10.01.2002",
        "'\"epoch\" : 1', '\"epoch\" : 2'",
        "'\"digestVersion\" : 1', '\"digestVersion\" : 2'",
        "'\"count\" : 20', '\"count\" : 21'",
        "'\"family\"', '\"request\"'"
    })
    void aChangedStatementWasSignedByNobody(String from, String to) throws IOException {
        assertThat(changed(from, to).faults(VILLAGE.verifyKey(), DISTRICT.verifyKey()))
                .containsExactly(Fault.VILLAGE, Fault.DISTRICT);
    }

    @ParameterizedTest
    @CsvSource({"03:42, 03:43", "'\"explained\" : 0', '\"explained\" : 1'"})
    void aChangedTimeWasNotSignedByTheDistrict(String from, String to) throws IOException {
        assertThat(changed(from, to).faults(VILLAGE.verifyKey(), DISTRICT.verifyKey()))
                .containsExactly(Fault.DISTRICT);
    }

    @Test
    void anotherKeyIsNotTheVillage() {
        assertThat(certificate.faults(DISTRICT.verifyKey(), DISTRICT.verifyKey()))
                .containsExactly(Fault.VILLAGE);
    }

    @Test
    void anotherFormatIsNotVerified() throws IOException {
        assertThat(changed("kampung-certificate.v1", "kampung-certificate.v2")
                        .faults(VILLAGE.verifyKey(), DISTRICT.verifyKey()))
                .containsExactly(Fault.FORMAT);
    }

    @Test
    void rowsThatHaveChangedSinceAreNamedByTheirTable() {
        DigestTree later = Rows.tree(Rows.families(new Random(2), 20));

        assertThat(certificate.differing(List.of(DigestTree.empty(CanonicalTable.RESIDENT), later)))
                .containsExactly("family");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "x"})
    void whatIsNoCertificateIsRefused(String json) {
        assertThatThrownBy(() -> Certificate.ofJson(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private Certificate changed(String from, String to) throws IOException {
        String json = certificate.toJson();
        assertThat(json).contains(from);
        return Certificate.ofJson(json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
