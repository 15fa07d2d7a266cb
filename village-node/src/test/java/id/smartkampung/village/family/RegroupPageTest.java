package id.smartkampung.village.family;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegroupPageTest {

    @Inject
    ResidentService residents;

    private Clerk clerk;
    private NoKk card;
    private Resident head;
    private Resident son;
    private Resident daughter;

    @BeforeEach
    void aFamily() {
        clerk = Clerk.as(Roles.OPERATOR);
        card = Residents.aCard();
        head = member("Kepala Lama", Relationship.HEAD, card);
        son = member("Anak Sulung", Relationship.CHILD, card);
        daughter = member("Anak Bungsu", Relationship.CHILD, card);
    }

    @Test
    void splitsAFamilyOntoANewCard() {
        NoKk target = Residents.aCard();
        assertThat(clerk.get(page()).asString()).contains("Anak Sulung", "Nomor KK tujuan");

        Response answer = clerk.post(
                page(),
                "ikut",
                son.id.toString(),
                "hubungan-" + son.id,
                "1",
                "noKk",
                target.value(),
                "dusun",
                "SUMBER",
                "rt",
                "009");

        assertThat(clerk.follow(answer))
                .contains("Anggota sudah pindah", "Anak Sulung")
                .doesNotContain("Kepala Lama");
        Resident moved = stored(son);
        assertThat(moved.relationship).isEqualTo(Relationship.HEAD);
        assertThat(moved.dusun).isEqualTo("SUMBER");
        assertThat(moved.familyId).isNotEqualTo(head.familyId);
    }

    @Test
    void joinsAWholeFamilyToAnotherAndTheEmptyCardIsGone() {
        NoKk target = Residents.aCard();
        Resident other = member("Kepala Lain", Relationship.HEAD, target);

        Response answer = clerk.post(
                page(),
                "ikut",
                head.id.toString(),
                "hubungan-" + head.id,
                "7",
                "ikut",
                son.id.toString(),
                "hubungan-" + son.id,
                "9",
                "ikut",
                daughter.id.toString(),
                "hubungan-" + daughter.id,
                "9",
                "noKk",
                target.value());

        assertThat(clerk.follow(answer)).contains("Kepala Lain", "Kepala Lama", "Anak Bungsu");
        assertThat(stored(head).familyId).isEqualTo(other.familyId);
        assertThat(family(head.familyId)).isNull();
    }

    @Test
    void whoStaysNeedsAHeadWhenTheHeadGoes() {
        String target = Residents.aCard().value();

        Response without = clerk.post(page(), "ikut", head.id.toString(), "hubungan-" + head.id, "1", "noKk", target);
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.asString()).contains("Pilih siapa yang menjadi kepala keluarga", "Belum ada yang disimpan");

        clerk.post(
                page(),
                "ikut",
                head.id.toString(),
                "hubungan-" + head.id,
                "1",
                "noKk",
                target,
                "pengganti",
                son.id.toString());
        assertThat(stored(son).relationship).isEqualTo(Relationship.HEAD);
        assertThat(stored(son).familyId).isEqualTo(son.familyId);
    }

    @Test
    void theNewCardNeedsOneHeadToo() {
        Response answer = clerk.post(
                page(),
                "ikut",
                son.id.toString(),
                "hubungan-" + son.id,
                "4",
                "noKk",
                Residents.aCard().value());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Pilih tepat satu kepala keluarga");
        assertThat(stored(son).familyId).isEqualTo(son.familyId);
    }

    @Test
    void saysAtTheMemberWhatIsMissing() {
        Response answer = clerk.post(page(), "ikut", son.id.toString(), "noKk", "12");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Harus diisi", "Nomor KK terdiri dari 16 angka");
    }

    @Test
    void nobodyChosenIsSaid() {
        assertThat(clerk.post(page(), "noKk", "").asString()).contains("Centang siapa yang pindah kartu");
    }

    @Test
    void printsTheDataOfTheFamilyInTheClear() {
        assertThat(clerk.get("/keluarga/" + head.familyId + "/cetak").asString())
                .contains(card.value(), head.nik.value(), "Kepala Lama", "Anak Bungsu");
    }

    private String page() {
        return "/keluarga/" + head.familyId + "/pecah";
    }

    private Resident member(String name, Relationship relationship, NoKk noKk) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(noKk, null),
                Residents.anOfficer());
    }

    private static Resident stored(Resident resident) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(resident.id));
    }

    private static Family family(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Family.findById(id));
    }
}
