package id.smartkampung.village.lettertype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LetterTypePageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    LetterTypes types;

    @Inject
    LetterTypeService service;

    @Inject
    ResidentService residents;

    @Inject
    Clock clock;

    @Test
    void aVillageStartsWithTheTypesOfTheCatalogue() {
        assertThat(types.all().stream().map(LetterTypes.Current::type))
                .containsAll(LetterCatalogue.types().values());
    }

    @Test
    void aTypeThatNobodyTouchedFollowsTheCatalogueAndOneOfTheVillageStays() {
        LetterKind untouched = new LetterKind("KENDARAAN");
        LetterKind own = new LetterKind("BEDAID");
        LetterType shipped = LetterCatalogue.find(untouched).orElseThrow();
        rename(untouched, "Nama rilis lama", CurrentAccount.PROGRAM);
        rename(own, "Nama menurut desa", "sekdes");

        service.enterCatalogue();
        types.forget();

        assertThat(types.find(untouched).orElseThrow().type()).isEqualTo(shipped);
        assertThat(types.find(own).orElseThrow().type().name()).isEqualTo("Nama menurut desa");
        int version = types.find(untouched).orElseThrow().version();
        service.enterCatalogue();
        types.forget();
        assertThat(types.find(untouched).orElseThrow().version()).isEqualTo(version);
        service.save(
                LetterCatalogue.find(own).orElseThrow(),
                types.find(own).orElseThrow().version(),
                Residents.anOfficer());
        types.forget();
    }

    @Test
    void aRequestIsMeasuredByTheVersionThatWasInUseWhenItWasAskedFor() {
        LetterKind kind = new LetterKind("UJI_TARGET");
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        create(sekdes, kind.code(), "Surat Uji Target", "Untuk {keperluan}.");
        long before = types.find(kind).orElseThrow().type().targetMinutes();
        Instant asked = clock.instant();

        sekdes.post("/jenis-surat/" + kind.code(), form("versi", "1", "target", Long.toString(before + 7)));

        assertThat(types.find(kind).orElseThrow().type().targetMinutes()).isEqualTo((int) before + 7);
        assertThat(types.target(kind, asked)).contains(Duration.ofMinutes(before));
        assertThat(types.target(kind, Instant.EPOCH)).contains(Duration.ofMinutes(before));
        assertThat(types.target(kind, clock.instant())).contains(Duration.ofMinutes(before + 7));
    }

    private void rename(LetterKind kind, String name, String username) {
        LetterTypes.Current current = types.find(kind).orElseThrow();
        ObjectNode node = JSON.valueToTree(current.type());
        node.put("name", name);
        LetterType renamed = JSON.convertValue(node, LetterType.class);
        service.save(renamed, current.version(), new Author(null, username, Author.FORM));
        types.forget();
    }

    @Test
    void oneNameMeansOneThingInLettersMadeTogether() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        create(sekdes, "UJI_BERSAMA", "Surat Bersama", "Untuk {keperluan}.");

        Response answer = sekdes.post("/jenis-surat/UJI_BERSAMA", form("versi", "1", "bersama", "SKU, DOM"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Isian sejak berbeda jenis");
    }

    @Test
    void eachSaveIsAVersionAndTheEarlierOneStays() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        create(sekdes, "UJI_VERSI", "Surat Uji", "Untuk {keperluan}.");
        LetterKind kind = new LetterKind("UJI_VERSI");

        Response answer = sekdes.post(
                "/jenis-surat/UJI_VERSI",
                form("versi", "1", "nama", "Surat Uji Baru", "isi", "Sebagai {keperluan}.\nDemikian."));

        assertThat(sekdes.follow(answer)).contains("tersimpan sebagai versi 2", "Surat Uji Baru");
        assertThat(types.find(kind)).hasValueSatisfying(one -> {
            assertThat(one.version()).isEqualTo(2);
            assertThat(one.type().body()).containsExactly("Sebagai {keperluan}.", "Demikian.");
        });
        assertThat(types.find(kind, 1).map(LetterType::body)).contains(List.of("Untuk {keperluan}."));
    }

    @Test
    void aTypeOfTheVillagesOwnIsOfferedAtTheCounter() {
        create(Clerk.as(Roles.ADMIN), "UJI_LOKET", "Surat Keterangan Panen", "Untuk {keperluan}.");
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Resident applicant = residents.register(Residents.named("Pemohon Panen"), Residents.anOfficer());
        assertThat(operator.get("/permohonan/baru?warga=" + applicant.id).asString())
                .contains("Surat Keterangan Panen");

        Response answer = operator.post(
                "/permohonan/baru?warga=" + applicant.id + "&jenis=UJI_LOKET", "saluran", "COUNTER", "keperluan", "x");

        assertThat(operator.follow(answer)).contains("Surat Keterangan Panen");
    }

    @Test
    void aTypeThatNeedsTheApplicantInPersonIsNotTakenFromAKiosk() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Resident applicant = residents.register(Residents.named("Pemohon Kuasa"), Residents.anOfficer());
        operator.get("/permohonan/baru");

        Response answer = operator.post("/permohonan/baru?warga=" + applicant.id + "&jenis=KUASA", "saluran", "KIOSK");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void tellsAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        sekdes.get("/jenis-surat/baru");

        Response answer = sekdes.post(
                "/jenis-surat/baru",
                form("kode", "UJI_SALAH", "isi", "Untuk {keperluann} Bu Ina's.", "ttdSiapa", "", "klasifikasi", "abc"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains(
                        "Belum disimpan",
                        "Tidak dikenal: {keperluann}",
                        "Bukan kode klasifikasi: abc",
                        "Untuk {keperluann} Bu Ina&#39;s.",
                        "Wajib diisi");
        assertThat(types.find(new LetterKind("UJI_SALAH"))).isEmpty();
    }

    @Test
    void tellsTheSecondOfTwoThatTheOtherWasFaster() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        create(sekdes, "UJI_BALAP", "Surat Uji", "Untuk {keperluan}.");
        sekdes.post("/jenis-surat/UJI_BALAP", form("versi", "1", "nama", "Oleh yang pertama"));

        Response answer = sekdes.post("/jenis-surat/UJI_BALAP", form("versi", "1", "nama", "Oleh yang kedua"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("baru saja disimpan oleh", "Oleh yang kedua");
        assertThat(types.name(new LetterKind("UJI_BALAP"))).isEqualTo("Oleh yang pertama");
    }

    @Test
    void aCodeThatIsTakenIsRefused() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        sekdes.get("/jenis-surat/baru");

        Response answer = sekdes.post("/jenis-surat/baru", form("kode", "DOM"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("sudah dipakai jenis lain");
    }

    @Test
    void aShippedTypeIsShownWithAllOfIt() {
        assertThat(Clerk.as(Roles.SEKDES).get("/jenis-surat/N1").asString())
                .contains("[identitas ayah_nik]", "Perlu dispensasi camat", "N2, N4, N5, N6", "400.12.3.2");
    }

    @Test
    void anOperatorDoesNotEditTypes() {
        assertThat(Clerk.as(Roles.OPERATOR).get("/jenis-surat").statusCode()).isEqualTo(403);
    }

    private static void create(Clerk clerk, String code, String name, String body) {
        clerk.get("/jenis-surat/baru");
        assertThat(clerk.post("/jenis-surat/baru", form("kode", code, "nama", name, "isi", body))
                        .statusCode())
                .isEqualTo(303);
    }

    /** A form that is right but for what is given. */
    private static String[] form(String... given) {
        List<String> cells = new ArrayList<>(List.of(
                "versi",
                "0",
                "nama",
                "Surat Uji",
                "judul",
                "Surat Uji",
                "golongan",
                "STATEMENT",
                "klasifikasi",
                "400.12.2.1",
                "berlaku",
                "30",
                "target",
                "15",
                "biaya",
                "0",
                "saluran",
                "COUNTER",
                "aktif",
                "ya",
                "isi",
                "Untuk {keperluan}.",
                "isianNama",
                "keperluan",
                "isianLabel",
                "Dipergunakan untuk",
                "isianJenis",
                "TEXT",
                "isianWajib",
                "ya",
                "isianPilihan",
                "",
                "ttdSiapa",
                "VILLAGE_HEAD",
                "ttdIsian",
                "",
                "ttdTahu",
                ""));
        for (int i = 0; i < given.length; i += 2) {
            int at = cells.indexOf(given[i]);
            if (at < 0) {
                cells.addAll(Arrays.asList(given[i], given[i + 1]));
            } else {
                cells.set(at + 1, given[i + 1]);
            }
        }
        return cells.toArray(String[]::new);
    }
}
