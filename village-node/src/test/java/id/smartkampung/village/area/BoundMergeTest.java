package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.time.Wib;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundMergeTest {

    @Inject
    MutationService mutations;

    @Inject
    Clock clock;

    @Test
    void aMotherWhoseChildLivesElsewhereIsMergedBySomebodyElse() {
        TwoDusun dusun = TwoDusun.once();
        Resident kept = TwoDusun.register("Ibu Dua Catatan", dusun.inside(), Residents.aCard(), Relationship.HEAD);
        Resident lost = TwoDusun.register("Ibu Dua Catatan", dusun.inside(), Residents.aCard(), Relationship.WIFE);
        Resident other = TwoDusun.register("Ibu Asuh", dusun.outside(), Residents.aCard(), Relationship.HEAD);
        LocalDate yesterday = Wib.dateOf(clock.instant()).minusDays(1);
        Mutation birth = mutations.born(
                MutationDraft.of(MutationKind.BIRTH, yesterday, yesterday),
                Residents.named("Bayi Asuh")
                        .set(ResidentField.BORN_ON, yesterday)
                        .set(ResidentField.DUSUN, dusun.outside())
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD),
                other.familyId,
                lost.id,
                Residents.anOfficer());

        Response refused = TwoDusun.merge(dusun.bound(), kept, lost);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("di luar wilayah akun Anda");
        assertThat(TwoDusun.merge(dusun.operator(), kept, lost).statusCode()).isEqualTo(303);
        assertThat(TwoDusun.read(() -> Mutation.<Mutation>findById(birth.id)).motherId)
                .isEqualTo(kept.id);
    }
}
