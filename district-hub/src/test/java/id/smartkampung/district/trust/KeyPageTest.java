package id.smartkampung.district.trust;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyPageTest {

    private static final NodeId NODE = new NodeId("35.10.08.2003");

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    @Inject
    VillageKeys keys;

    private final NodeKey key = NodeKey.generate();
    private Browser admin;

    @BeforeEach
    void aVillageHasAKey() {
        admin = officers.a(Roles.ADMIN);
        kampung.joins(NODE.value(), "Sukonatar");
        keys.register(NODE, key.verifyKey());
    }

    @Test
    void aKeyIsRevokedWithAReasonThatIsShown() {
        admin.get("/kunci/" + NODE);

        admin.post("/kunci/" + NODE + "/cabut", "kunci", key.id(), "alasan", "komputer kantor dicuri");

        assertThat(admin.get("/kunci/" + NODE).asString())
                .contains("komputer kantor dicuri")
                .contains("Dicabut");
    }

    @Test
    void aRevocationLeavesATrace() {
        admin.get("/kunci/" + NODE);

        admin.post("/kunci/" + NODE + "/cabut", "kunci", key.id(), "alasan", "kunci disalin orang");

        assertThat(admin.get("/jejak").asString())
                .contains("Mencabut kunci server desa")
                .contains("kunci disalin orang");
    }

    @Test
    void withoutAReasonNothingIsRevoked() {
        admin.get("/kunci/" + NODE);

        int status = admin.post("/kunci/" + NODE + "/cabut", "kunci", key.id(), "alasan", " ")
                .statusCode();

        assertThat(status).isEqualTo(409);
        assertThat(admin.get("/kunci/" + NODE).asString()).contains("Cabut kunci " + key.id());
    }

    @Test
    void whoIsNoAdministratorSeesTheKeysAndRevokesNone() {
        Browser dispermades = officers.a(Roles.DISPERMADES);

        assertThat(dispermades.get("/kunci/" + NODE).asString())
                .contains(key.id())
                .doesNotContain("Cabut kunci");
        assertThat(dispermades
                        .post("/kunci/" + NODE + "/cabut", "kunci", key.id(), "alasan", "tanpa wewenang")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePageOfAVillageLeadsToItsKeys() {
        assertThat(admin.get("/desa/" + NODE).asString()).contains("href=\"/kunci/" + NODE + "\"");
    }

    @Test
    void anUnknownVillageIsNotFound() {
        assertThat(admin.get("/kunci/35.10.99.2001").statusCode()).isEqualTo(404);
    }
}
