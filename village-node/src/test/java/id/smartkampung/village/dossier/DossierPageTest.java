package id.smartkampung.village.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.deploy.testsupport.Unzipped;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DossierPageTest {

    @Inject
    ResidentService residents;

    @Test
    void aPersonGetsAllThatIsHeldAndWhoSawIt() throws IOException {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        Resident resident = register("Ibu Minta Salinan", Residents.aCard(), Relationship.HEAD);
        WaitingLetter.of(operator, resident.id).signed(Clerk.as(Roles.KADES));
        operator.post("/penduduk/" + resident.id + "/buka/nik");

        Map<String, byte[]> files = copy(sekdes, resident);

        JsonNode json = new ObjectMapper().readTree(files.get("data-pribadi.json"));
        assertThat(json.get("Data diri").findValuesAsText("Isi"))
                .contains(resident.nik.value(), "Ibu Minta Salinan", "21-04-1972");
        assertThat(json.get("Permohonan").get(0).get("Dipergunakan untuk").asText())
                .isEqualTo("lapor");
        assertThat(json.get("Isian surat").toString()).contains("barang", "KTP");
        assertThat(json.get("Dikirim ke kabupaten").findValuesAsText("Isi"))
                .contains("Data penduduk", "Permohonan", "Surat");
        assertThat(json.get("Siapa yang melihat").toString())
                .contains(operator.username(), "Membuka data tertutup", "NIK")
                .contains(sekdes.username(), "Memberi salinan data pribadi", "Diminta di kantor");
        String letter = json.get("Surat").get(0).get("Berkas").asText();
        assertThat(files.get(letter)).startsWith('%', 'P', 'D', 'F');
        assertThat(Unzipped.text(files.get("data-pribadi.xlsx")))
                .contains("Data diri", "Siapa yang melihat", resident.nik.value());
    }

    @Test
    void nothingThatIsSecretOfOthersStandsInIt() throws IOException {
        NoKk card = Residents.aCard();
        Nik father = Residents.aNik();
        Nik mistaken = Residents.aNik();
        Nik grandmother = Residents.aNik();
        Nik outsider = Residents.aNik();
        Resident mother = residents.register(
                Residents.named("Ibu Salinan Sendiri")
                        .set(ResidentField.FATHER_NIK, father)
                        .set(ResidentField.MOTHER_NIK, mistaken)
                        .onFamilyCard(card, null),
                Residents.anOfficer());
        Resident child = register("Anak Orang Lain", card, Relationship.CHILD);
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String form = "/penduduk/" + mother.id + "/ubah";
        String version = Clerk.valueOf(operator.get(form).asString(), "version");
        assertThat(operator.post(form, "version", version, "motherNik", grandmother.value())
                        .statusCode())
                .isEqualTo(303);
        WaitingLetter.naming(operator, mother.id, "untuk_nik.lain", outsider.value() + "; Orang Luar");

        Map<String, byte[]> files = copy(Clerk.as(Roles.ADMIN), mother);

        String json = new String(files.get("data-pribadi.json"), StandardCharsets.UTF_8);
        String workbook = Unzipped.text(files.get("data-pribadi.xlsx"));
        assertThat(json).contains(card.value(), mother.nik.value(), "NIK ibu", outsider.masked(), "Orang Luar");
        for (Nik secret : List.of(father, mistaken, grandmother, outsider, child.nik)) {
            assertThat(json).doesNotContain(secret.value());
            assertThat(workbook).doesNotContain(secret.value());
        }
        assertThat(json).doesNotContain("Anak Orang Lain");
        assertThat(workbook).doesNotContain("Anak Orang Lain");
    }

    @Test
    void whatWasAskedOfAListIsNotTold() throws IOException {
        Resident resident = register("Ibu Salinan Daftar", Residents.aCard(), Relationship.HEAD);
        Clerk operator = Clerk.as(Roles.OPERATOR);
        assertThat(operator.get("/peristiwa/unduh?nama=Tetangga").statusCode()).isEqualTo(200);
        assertThat(operator.get("/penduduk/unduh").statusCode()).isEqualTo(200);

        String seen = seen(copy(Clerk.as(Roles.SEKDES), resident));

        assertThat(seen)
                .contains("Mengunduh daftar peristiwa", "Mengunduh daftar penduduk", "Nomor ditutup")
                .doesNotContain("Tetangga", "\"masked\"");
    }

    @Test
    void whoSawItIsToldWhereverItStood() throws IOException {
        Resident resident = register("Ibu Salinan Disebut", Residents.aCard(), Relationship.HEAD);
        Resident neighbour = register("Ibu Salinan Tetangga", Residents.aCard(), Relationship.HEAD);
        Clerk opened = Clerk.as(Roles.OPERATOR);
        opened.get("/keluarga/" + resident.familyId);
        opened.post("/keluarga/" + resident.familyId + "/buka");
        assertThat(opened.post("/keluarga/" + resident.familyId + "/anggota/keluarkan", "warga", resident.id.toString())
                        .statusCode())
                .isEqualTo(303);
        Clerk drafted = Clerk.as(Roles.OPERATOR);
        UUID request = UUID.fromString(WaitingLetter.of(drafted, resident.id).request());
        UUID draft = QuarkusTransaction.requiringNew()
                .call(() -> LetterDraft.listByRequest(request))
                .get(0)
                .id;
        Clerk read = Clerk.as(Roles.OPERATOR);
        assertThat(read.get("/permohonan/" + request + "/konsep/" + draft).statusCode())
                .isEqualTo(200);
        // as whoever saves the letter once more
        QuarkusTransaction.requiringNew().run(() -> LetterDraft.delete("requestId", request));
        Clerk printed = Clerk.as(Roles.OPERATOR);
        UUID letter = WaitingLetter.naming(drafted, neighbour.id, "untuk_nik", "r:" + resident.id)
                .signed(Clerk.as(Roles.KADES));
        assertThat(printed.get("/surat/" + letter + "/cetak").statusCode()).isEqualTo(200);

        String seen = seen(copy(Clerk.as(Roles.SEKDES), resident));

        assertThat(seen)
                .contains(opened.username(), "Nomor KK")
                .contains(read.username(), "Mengunduh konsep surat")
                .contains(printed.username(), "Mencetak surat");
    }

    private static String seen(Map<String, byte[]> copy) throws IOException {
        return new ObjectMapper()
                .readTree(copy.get("data-pribadi.json"))
                .get("Siapa yang melihat")
                .toString();
    }

    @Test
    void whoGivesItSaysWhyAndIsWrittenDown() throws IOException {
        Resident resident = register("Ibu Salinan Beralasan", Residents.aCard(), Relationship.HEAD);
        String address = "/penduduk/" + resident.id + "/salinan";
        Clerk sekdes = Clerk.as(Roles.SEKDES);

        assertThat(sekdes.get("/penduduk/" + resident.id).asString()).contains(address);
        assertThat(sekdes.get(address).asString()).contains("Salinan data untuk Ibu Salinan Beralasan", "Data diri");
        assertThat(sekdes.post(address, "alasan", " ").statusCode()).isEqualTo(422);
        copy(sekdes, resident);

        assertThat(Clerk.as(Roles.ADMIN).get("/jejak?q=resident/" + resident.id).asString())
                .contains("Memberi salinan data pribadi", sekdes.username(), "Diminta di kantor");
    }

    @Test
    void onlyWhoAnswersForTheDataGivesIt() {
        Resident resident = register("Ibu Salinan Tertutup", Residents.aCard(), Relationship.HEAD);
        String address = "/penduduk/" + resident.id + "/salinan";
        Clerk operator = Clerk.as(Roles.OPERATOR);

        assertThat(operator.get("/penduduk/" + resident.id).asString()).doesNotContain(address);
        assertThat(operator.get(address).statusCode()).isEqualTo(403);
        assertThat(operator.post(address, "alasan", "ingin tahu").statusCode()).isEqualTo(403);
    }

    private Resident register(String name, NoKk card, Relationship relationship) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(card, null),
                Residents.anOfficer());
    }

    private static Map<String, byte[]> copy(Clerk clerk, Resident resident) throws IOException {
        String address = "/penduduk/" + resident.id + "/salinan";
        clerk.get(address);
        Response answer = clerk.post(address, "alasan", "Diminta di kantor");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("salinan-data-pribadi.zip");
        return Unzipped.files(answer.asByteArray());
    }
}
