package id.smartkampung.district.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.signer.RevocationService;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.event.SignerKeyMade;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/** The way of a signer's certificate: asked for in the log of the village, answered in the log of commands. */
@QuarkusTest
class SignersTest {

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Officers officers;

    @Inject
    RevocationService revocations;

    @Inject
    Tables tables;

    @Test
    void aPersonCertifiesWhatAVillageAsksForAndTakesItBack() throws Exception {
        SimulatedVillage village = villages.aVillage();
        UUID key = UUID.randomUUID();
        village.records(new SignerKeyMade(key, UUID.randomUUID(), "Kepala Contoh", "Kepala Desa Contoh", request()));
        inbox.receive(village.node(), "topic-" + village.node(), village.arriving(village.eventsFrom(1)));
        Browser admin = officers.a(Roles.ADMIN);

        assertThat(admin.get("/penanda-tangan").asString()).contains("Kepala Contoh", "Menunggu");
        String address = "/penanda-tangan/" + village.node() + "/" + key;
        admin.post(address + "/sahkan");

        assertThat(commands(village)).isEqualTo("signer-certified.v1");
        assertThat(data(village)).contains(key.toString(), "BEGIN CERTIFICATE");
        assertThat(admin.post(address + "/sahkan").statusCode()).isEqualTo(409);

        admin.post(address + "/cabut", "alasan", "purna tugas");

        assertThat(commands(village)).isEqualTo("signer-certified.v1 signers-revoked.v1");
        assertThat(data(village)).contains("BEGIN X509 CRL");
        assertThat(admin.get("/penanda-tangan").asString()).contains("purna tugas");
    }

    @Test
    void aListThatHasGrownOldIsSignedAnewForThoseWhoSign() throws Exception {
        SimulatedVillage village = villages.aVillage();
        SimulatedVillage silent = villages.aVillage();
        UUID key = UUID.randomUUID();
        village.records(new SignerKeyMade(key, UUID.randomUUID(), "Kepala Lama", "Kepala Desa Lama", request()));
        inbox.receive(village.node(), "topic-" + village.node(), village.arriving(village.eventsFrom(1)));
        officers.a(Roles.ADMIN).post("/penanda-tangan/" + village.node() + "/" + key + "/sahkan");
        String before = given().get("/ca/dicabut.pem").asString();
        revocations.renew();
        assertThat(given().get("/ca/dicabut.pem").asString()).isEqualTo(before);

        tables.execute(
                "update revocation_list set made_at = made_at - interval '31 days' where ?::text is not null",
                village.node());
        revocations.renew();

        String renewed = given().get("/ca/dicabut.pem").asString();
        assertThat(renewed).contains("BEGIN X509 CRL").isNotEqualTo(before);
        assertThat(commands(village)).isEqualTo("signer-certified.v1 signers-revoked.v1");
        assertThat(commands(silent)).isNull();
    }

    @Test
    void whoValidatesASignatureFindsTheAuthorityAndItsList() {
        assertThat(given().get("/ca/sertifikat.pem").asString()).contains("BEGIN CERTIFICATE");
        assertThat(given().get("/ca/dicabut.pem").asString()).contains("BEGIN X509 CRL");
    }

    @Test
    void onlyWhoAnswersForTheVillagesCertifies() {
        assertThat(officers.a(Roles.CAMAT).get("/penanda-tangan").statusCode()).isEqualTo(403);
    }

    private String commands(SimulatedVillage village) throws Exception {
        return tables.value(
                "select string_agg(type, ' ' order by sequence) from down_event where node = ?", village.node());
    }

    private String data(SimulatedVillage village) throws Exception {
        return tables.value(
                "select convert_from(data, 'UTF8') from down_event where node = ? order by sequence desc limit 1",
                village.node());
    }

    private static String request() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=Siapa"), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        }
        return text.toString();
    }
}
