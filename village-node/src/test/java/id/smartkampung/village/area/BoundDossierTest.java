package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Clerk;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundDossierTest {

    @Test
    void theCopyForAPersonOfAnotherDusunIsNotThere() {
        TwoDusun dusun = TwoDusun.once();
        Clerk sekdes = TwoDusun.bound(Roles.SEKDES, "batasiWilayah", "ya", "wilayah", dusun.inside() + "||");
        String far = "/penduduk/" + dusun.far().id + "/salinan";
        String near = "/penduduk/" + dusun.near().id + "/salinan";

        assertThat(sekdes.get(far).statusCode()).isEqualTo(404);
        assertThat(sekdes.post(far, "alasan", "ingin tahu").statusCode()).isEqualTo(404);
        assertThat(sekdes.get(near).asString()).contains(dusun.insider());
        assertThat(sekdes.post(near, "alasan", "diminta").statusCode()).isEqualTo(200);
        assertThat(Clerk.as(Roles.ADMIN)
                        .get("/jejak?q=resident/" + dusun.far().id)
                        .asString())
                .doesNotContain(sekdes.username());
    }

    @Test
    void whoMayNotSeeAllPartsOfTheProgramGivesNoCopy() {
        TwoDusun dusun = TwoDusun.once();
        Clerk sekdes = TwoDusun.bound(Roles.SEKDES, "batasiBagian", "ya", "bagian", "register");

        Response person = sekdes.get("/penduduk/" + dusun.near().id);
        assertThat(person.statusCode()).isEqualTo(200);
        assertThat(person.asString()).doesNotContain("/salinan");
        assertThat(sekdes.get("/penduduk/" + dusun.near().id + "/salinan").statusCode())
                .isEqualTo(403);
    }
}
