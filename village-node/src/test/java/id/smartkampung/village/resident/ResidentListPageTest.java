package id.smartkampung.village.resident;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentListPageTest {

    @Inject
    ResidentService residents;

    @Test
    void listsAndFiltersByNameAndDusun() {
        residents.register(
                Residents.named("Mochamad Saring").set(ResidentField.DUSUN, "SARINGAN"), Residents.anOfficer());
        residents.register(Residents.named("Wulan Saring").set(ResidentField.DUSUN, "LAINNYA"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);

        assertThat(clerk.get("/penduduk?nama=moh+saring").asString())
                .contains("Mochamad Saring", "1 orang")
                .doesNotContain("Wulan Saring");
        assertThat(clerk.get("/penduduk?dusun=SARINGAN&urut=oldest").asString()).contains("Mochamad Saring", "1 orang");
        assertThat(clerk.get("/penduduk?nama=tidakadaorangnya").asString()).contains("Tidak ada penduduk yang cocok");
    }

    @Test
    void neverPutsANikIntoAnAddress() {
        Resident resident = residents.register(Residents.named("Nomor Rahasia"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/penduduk");

        Response byNik = clerk.post("/penduduk", "nama", resident.nik.value());
        Response byName = clerk.post("/penduduk", "nama", "Nomor Rahasia");

        assertThat(byNik.statusCode()).isEqualTo(200);
        assertThat(byNik.asString()).contains("Nomor Rahasia");
        assertThat(byName.header("Location")).endsWith("/penduduk?nama=Nomor+Rahasia");
    }

    @Test
    void downloadsTheListMaskedAndHarmless() throws IOException {
        Resident resident = residents.register(
                Residents.named("=cmd|calc Unduh").set(ResidentField.DUSUN, "UNDUHAN"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);

        String csv = clerk.get("/penduduk/unduh?dusun=UNDUHAN&jenis=csv").asString();
        Response xlsx = clerk.get("/penduduk/unduh?dusun=UNDUHAN&jenis=xlsx");

        assertThat(csv).contains("'=cmd|calc Unduh", resident.nik.masked()).doesNotContain(resident.nik.value());
        try (ReadableWorkbook book = new ReadableWorkbook(xlsx.asInputStream())) {
            assertThat(book.getFirstSheet().read()).hasSize(2);
        }
    }

    @Test
    void givesTheWholeListOnlyToThoseWhoAnswerForItAndSayWhy() {
        Resident resident =
                residents.register(Residents.aResident().set(ResidentField.DUSUN, "LENGKAP"), Residents.anOfficer());
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        operator.get("/penduduk");
        sekdes.get("/penduduk");

        assertThat(operator.post("/penduduk/unduh", "dusun", "LENGKAP", "jenis", "csv", "alasan", "rapat")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sekdes.post("/penduduk/unduh", "dusun", "LENGKAP", "jenis", "csv", "alasan", " ")
                        .statusCode())
                .isEqualTo(422);
        assertThat(sekdes.post("/penduduk/unduh", "dusun", "LENGKAP", "jenis", "csv", "alasan", "rapat")
                        .asString())
                .contains(resident.nik.value());
    }
}
