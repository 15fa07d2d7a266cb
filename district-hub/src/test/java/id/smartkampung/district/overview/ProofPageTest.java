package id.smartkampung.district.overview;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.outbox.HubKeys;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.Certificate;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.ProvenPosition;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProofPageTest {

    private static final String GLAGAH = "35.10.19.2001";
    private static final String OTHER = "35.10.06.2003";
    private static final NodeKey KEY = NodeKey.generate();
    private static final ProvenPosition PROVEN = new ProvenPosition(
            new NodeId(GLAGAH),
            new LogPosition(1, 118),
            DigestTree.VERSION,
            List.of(DigestTree.empty(CanonicalTable.FAMILY).proof()));

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    @Inject
    HubKeys keys;

    private Officers.Browser camat;

    @BeforeEach
    void aVillageIsProven() {
        camat = officers.aCamatOf("35.10.19");
        kampung.joins(GLAGAH, "Glagah");
        kampung.joins(OTHER, "Lain");
        kampung.run(
                """
                insert into proof (node, epoch, sequence, proven_at, checked_at, digest_version, tables, key_id, signature)
                values (?, 1, 118, '2026-11-21T03:42:00Z', '2026-11-21T03:42:00Z', 1,
                    jsonb_build_array(jsonb_build_object('table', 'family', 'count', 0, 'root', ?::text)), ?, ?)
                """,
                GLAGAH,
                PROVEN.tables().get(0).root().hex(),
                KEY.id(),
                KEY.sign(Certificate.VILLAGE_KIND, PROVEN.statement()));
    }

    @Test
    void saysWhenAndWhereAVillageWasProven() {
        assertThat(words(camat.get("/desa/" + GLAGAH).asString()))
                .contains("Terbukti sama 21 November 2026, 10.42 WIB")
                .contains("Sampai posisi 118");
    }

    @Test
    void saysWhichRowsAreBeingPutRight() {
        kampung.run(
                "insert into repair (node, step, since, epoch, sequence, awaited) values (?, 'LISTING', now(), 1, 119, 1)",
                GLAGAH);
        kampung.run(
                "insert into incident (node, kind, epoch, sequence, detail, at, last_at, broker_offset)"
                        + " values (?, 'DIVERGED', 1, 119, 'rows differ: family', now(), now(), 0)",
                GLAGAH);

        assertThat(words(camat.get("/desa/" + GLAGAH).asString()))
                .contains("sedang diperbaiki sejak")
                .contains("Baris berbeda dengan data desa");
        assertThat(words(camat.get("/desa").asString())).contains("Berbeda").contains("Perlu dilihat 1");
    }

    @Test
    void theCertificateIsSignedByBothSides() throws IOException {
        Response answer = camat.get("/bukti/" + GLAGAH + "/sertifikat");

        Certificate certificate = Certificate.ofJson(answer.asByteArray());
        assertThat(certificate.faults(KEY.verifyKey(), keys.current().verifyKey()))
                .isEmpty();
        assertThat(answer.header("Content-Disposition")).contains("bukti-" + GLAGAH + "-118.json");
    }

    @Test
    void anUnprovenVillageHasNoCertificate() {
        assertThat(officers.a("admin").get("/bukti/" + OTHER + "/sertifikat").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCamatAsksAndTakesNothingOfAnotherKecamatan() {
        assertThat(camat.get("/bukti/" + OTHER + "/sertifikat").statusCode()).isEqualTo(404);
        assertThat(camat.post("/bukti/" + OTHER).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverSeesAVillageMayAskItForItsProof() {
        assertThat(camat.post("/bukti/" + GLAGAH).statusCode()).isLessThan(400);
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
