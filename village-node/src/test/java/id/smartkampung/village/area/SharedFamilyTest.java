package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family whose members live in two dusun, before somebody who sees one of these. */
@QuarkusTest
class SharedFamilyTest {

    private TwoDusun dusun;
    private Resident head;
    private Resident child;

    @BeforeEach
    void aChildLivesElsewhere() {
        dusun = TwoDusun.once();
        NoKk card = Residents.aCard();
        head = TwoDusun.register("Ibu Dua Dusun", dusun.inside(), card, Relationship.HEAD);
        child = TwoDusun.register("Anak Seberang", dusun.outside(), card, Relationship.CHILD);
    }

    @Test
    void theCardIsSeenAndOfItsMembersOnlyOnesOwn() {
        assertThat(dusun.bound().get("/keluarga/" + head.familyId).asString())
                .contains("Ibu Dua Dusun")
                .doesNotContain("Anak Seberang");
        assertThat(dusun.operator().get("/keluarga/" + head.familyId).asString())
                .contains("Ibu Dua Dusun", "Anak Seberang");
    }

    @Test
    void whoBelongsToItIsNotChanged() {
        dusun.bound().get("/keluarga/" + head.familyId);

        Response answer =
                dusun.bound().post("/keluarga/" + head.familyId + "/anggota/keluarkan", "warga", head.id.toString());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(TwoDusun.read(() -> Resident.<Resident>findById(head.id)).familyId)
                .isEqualTo(child.familyId);
    }

    @Test
    void aSheetThatWouldLeaveSomebodyOutIsPrintedBySomebodyElse() {
        String address = "/keluarga/" + head.familyId + "/cetak";

        assertThat(dusun.bound().get(address).statusCode()).isEqualTo(409);
        assertThat(dusun.operator().get(address).asString()).contains("Anak Seberang");
    }

    @Test
    void whatIsOnesOwnAloneIsChanged() {
        String address = "/penduduk/" + head.id + "/ubah";
        String form = dusun.bound().get(address).asString();

        // without the number of the card the form would take the person out of the family
        Response answer = dusun.bound()
                .post(
                        address,
                        "version",
                        Clerk.valueOf(form, "version"),
                        "noKk",
                        Clerk.valueOf(form, "noKk"),
                        "birthCertificate",
                        "AL-2026");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(TwoDusun.read(() -> Resident.<Resident>findById(head.id)).birthCertificate)
                .isEqualTo("AL-2026");
    }
}
