package id.smartkampung.village.family;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.lookup.FamilyFilter;
import id.smartkampung.village.lookup.FamilyQueries;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamilyPagesTest {

    @Inject
    ResidentService residents;

    @Inject
    FamilyQueries families;

    @Test
    void createsAFamilyAndTakesAPersonIntoIt() {
        Resident resident = residents.register(Residents.named("Calon Anggota"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/keluarga/baru");
        Response created = clerk.post(
                "/keluarga/baru", "noKk", Residents.aCard().value(), "address", "Jalan Mawar 2", "dusun", "KRAJAN");
        String family = created.header("Location").replaceFirst("^https?://[^/]+", "");

        String candidates =
                clerk.post(family + "/anggota/cari", "q", "calon anggota").asString();
        clerk.post(family + "/anggota/tambah", "warga", resident.id.toString(), "hubungan", "1");

        assertThat(candidates).contains("Calon Anggota");
        assertThat(clerk.get(family).asString()).contains("Keluarga Calon Anggota", "1 anggota", "Jalan Mawar 2");
    }

    @Test
    void saysThatTheCardIsThereAlready() {
        NoKk card = Residents.aCard();
        residents.register(Residents.aResident().onFamilyCard(card, null), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/keluarga/baru");

        Response answer = clerk.post("/keluarga/baru", "noKk", card.value());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Nomor KK itu sudah tercatat", "Buka keluarga itu");
    }

    @Test
    void changesTheHead() {
        NoKk card = Residents.aCard();
        Resident father = member(card, "Ayah Kepala", Relationship.HEAD);
        Resident mother = member(card, "Ibu Kepala", Relationship.WIFE);
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String family = "/keluarga/" + father.familyId;
        clerk.get(family);

        clerk.post(family + "/anggota/susun", "hubungan-" + father.id, "2", "hubungan-" + mother.id, "1");

        assertThat(clerk.get(family).asString()).contains("Keluarga Ibu Kepala");
    }

    @Test
    void asksForExactlyOneHead() {
        NoKk card = Residents.aCard();
        Resident one = member(card, "Satu Saja", Relationship.HEAD);
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/keluarga/" + one.familyId);

        Response answer = clerk.post("/keluarga/" + one.familyId + "/anggota/susun", "hubungan-" + one.id, "4");

        assertThat(answer.asString()).contains("Pilih tepat satu kepala keluarga");
    }

    @Test
    void letsTheMembersMoveAlong() {
        Resident member = member(Residents.aCard(), "Ikut Pindah", Relationship.HEAD);
        Clerk clerk = Clerk.as(Roles.SEKDES);
        String form = clerk.get("/keluarga/" + member.familyId + "/ubah").asString();

        clerk.post(
                "/keluarga/" + member.familyId + "/ubah",
                "version",
                Clerk.valueOf(form, "version"),
                "noKk",
                Clerk.valueOf(form, "noKk"),
                "dusun",
                "SUMBEREJO",
                "rt",
                "009",
                "rw",
                "002",
                "settle",
                "ya");

        Resident stored = QuarkusTransaction.requiringNew().call(() -> Resident.findById(member.id));
        assertThat(stored.dusun).isEqualTo("SUMBEREJO");
        assertThat(stored.rt).isEqualTo("009");
    }

    @Test
    void findsAFamilyByAMemberAndByItsNumberWithoutPuttingThatIntoAnAddress() {
        NoKk card = Residents.aCard();
        member(card, "Dicari Bapaknya", Relationship.HEAD);
        member(card, "Dicari Anaknya", Relationship.CHILD);
        Clerk clerk = Clerk.as(Roles.KADES);
        clerk.get("/keluarga");

        assertThat(clerk.get("/keluarga?nama=dicari+anaknya").asString()).contains("Dicari Bapaknya", "1 keluarga");
        Response byNumber = clerk.post("/keluarga", "nama", card.value());
        assertThat(byNumber.statusCode()).isEqualTo(200);
        assertThat(byNumber.asString()).contains("Dicari Bapaknya").contains(card.masked());
    }

    @Test
    void opensTheNumberOfTheCard() {
        NoKk card = Residents.aCard();
        Resident member = member(card, "Buka Kartu", Relationship.HEAD);
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        assertThat(clerk.get("/keluarga/" + member.familyId).asString()).doesNotContain(card.value());

        assertThat(clerk.post("/keluarga/" + member.familyId + "/buka").asString())
                .contains(card.value());
    }

    @Test
    void takesAPersonOffTheCardButNotOutOfTheRegister() {
        Resident member = member(Residents.aCard(), "Keluar Keluarga", Relationship.HEAD);
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/keluarga/" + member.familyId);

        clerk.post("/keluarga/" + member.familyId + "/anggota/keluarkan", "warga", member.id.toString());

        Resident stored = QuarkusTransaction.requiringNew().call(() -> Resident.findById(member.id));
        assertThat(stored.familyId).isNull();
        assertThat(QuarkusTransaction.requiringNew().call(() -> Family.<Family>findById(member.familyId)))
                .isNotNull();
    }

    private Resident member(NoKk card, String name, Relationship relationship) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(card, null),
                Residents.anOfficer());
    }

    @Test
    void sortsTheListAndGivesItAwayMasked() {
        NoKk large = Residents.aCard();
        NoKk small = Residents.aCard();
        ResidentDraft one = Residents.named("Zulaikha Unduhan").set(ResidentField.DUSUN, "UNDUHKELUARGA");
        residents.register(one.onFamilyCard(large, null), Residents.anOfficer());
        residents.register(Residents.named("Anak Unduhan").onFamilyCard(large, null), Residents.anOfficer());
        ResidentDraft other = Residents.named("Aminah Unduhan").set(ResidentField.DUSUN, "UNDUHKELUARGA");
        residents.register(other.onFamilyCard(small, null), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);

        String byHead =
                clerk.get("/keluarga/unduh?dusun=UNDUHKELUARGA&jenis=csv").asString();
        String bySize = clerk.get("/keluarga/unduh?dusun=UNDUHKELUARGA&urut=largest&jenis=csv")
                .asString();

        assertThat(byHead.indexOf("Aminah")).isPositive().isLessThan(byHead.indexOf("Zulaikha"));
        assertThat(bySize.indexOf("Zulaikha")).isPositive().isLessThan(bySize.indexOf("Aminah"));
        assertThat(bySize).contains(large.masked()).doesNotContain(large.value());
    }

    @Test
    void showsEachFamilyOnExactlyOnePage() {
        for (int i = 0; i < 5; i++) {
            ResidentDraft draft = Residents.aResident().set(ResidentField.DUSUN, "HALAMANKELUARGA");
            residents.register(draft.onFamilyCard(Residents.aCard(), null), Residents.anOfficer());
        }

        for (FamilyFilter.Order order : FamilyFilter.Order.values()) {
            FamilyFilter filter = new FamilyFilter(null, "HALAMANKELUARGA", order);
            List<UUID> seen = new ArrayList<>();
            UUID after = null;
            for (List<FamilyQueries.Line> page = families.list(filter, null, 2);
                    !page.isEmpty();
                    page = families.list(filter, after, 2)) {
                page.forEach(line -> seen.add(line.id()));
                after = seen.get(seen.size() - 1);
            }
            assertThat(seen).as("ordered by %s", order).hasSize(5).doesNotHaveDuplicates();
        }
    }
}
