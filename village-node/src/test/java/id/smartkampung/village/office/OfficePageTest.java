package id.smartkampung.village.office;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Clerk;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class OfficePageTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheAddressAndTellsWhatIsWrong() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        String version = Clerk.valueOf(sekdes.get("/kantor").asString(), "version");

        Response wrong = sekdes.post("/kantor", form(version, "Jalan Uji", "6", "{urut}"));
        Response right = sekdes.post(
                "/kantor", form(version, "Jalan\u000b Uji 1", "68486", "{klasifikasi}/{urut}/{kode_unit}/{tahun}"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("terdiri atas 5 angka", "Jalan Uji", "agar tidak ada nomor kembar");
        assertThat(sekdes.follow(right)).contains("Jalan Uji 1");
    }

    @Test
    void showsHowEachSignerStandsOnPaper() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        sekdes.get("/kantor");

        Response missing = sekdes.post("/kantor/penanda-tangan", "nama", "Endang Sekretaris", "dasar", "ON_BEHALF");
        Response entered = sekdes.post(
                "/kantor/penanda-tangan",
                "nama",
                "Endang Sekretaris",
                "dasar",
                "ON_BEHALF",
                "jabatan",
                "Sekretaris Desa");

        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.asString()).contains("Isi jabatan sendiri", "Endang Sekretaris");
        assertThat(sekdes.follow(entered)).contains("a.n. KEPALA DESA SARONGAN", "Sekretaris Desa,");
    }

    @Test
    void paintsAnUploadedEmblemAnewAndRefusesWhatIsNoPicture() throws IOException {
        Clerk admin = Clerk.as(Roles.ADMIN);
        admin.get("/kantor");
        Path picture = folder.resolve("lambang.png");
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Path script = Files.writeString(folder.resolve("lambang.svg"), "<svg onload=\"alert(1)\"/>");

        Response taken = admin.upload("/kantor/lambang", "berkas", picture, "lambang.png");
        admin.get("/kantor");
        Response refused = admin.upload("/kantor/lambang", "berkas", script, "lambang.png");

        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("bukan gambar PNG atau JPEG");
    }

    private static String[] form(String version, String address, String postalCode, String pattern) {
        return new String[] {
            "version",
            version,
            "alamat",
            address,
            "kodePos",
            postalCode,
            "kertas",
            "F4",
            "kodeUnit",
            "429.517.06",
            "pola",
            pattern,
            "pencacah",
            "VILLAGE"
        };
    }

    @Test
    void anOperatorDoesNotChangeTheOffice() {
        assertThat(Clerk.as(Roles.OPERATOR).get("/kantor").statusCode()).isEqualTo(403);
    }
}
