package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a village already has in OpenSID comes in through the browser, whole, and reaches the kabupaten. */
class OpenSidImportIT {

    private static final String SAMPLE = "opensid/import_contoh_penduduk_43kolom.csv";

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.IMPORTED;

    @Test
    void theDemonstrationVillageOfOpenSidArrivesWithItsNinetySevenResidents() throws SQLException {
        Path file = Path.of(System.getProperty("samples")).resolve(SAMPLE);
        assertThat(Files.exists(file))
                .as("the samples lie at %s; name their folder with -Dsamples=DIR", file)
                .isTrue();
        try (Screen operator = Screen.of(regency.village(kode), "operator")) {
            Page page = operator.page();
            page.navigate("/impor");
            page.setInputFiles("input[type=file]", file);
            page.click("text=Unggah dan periksa");
            page.waitForURL(address -> address.matches(".*/impor/[0-9a-f-]{36}.*"));
            page.click("text=Masukkan 97 orang");
            page.getByText("Selesai", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .waitFor();
        }

        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Rows.number(
                                    hub,
                                    "select sum(amount) from stock where measure = 'people' and node = ?",
                                    kode.value()))
                            .isEqualTo(97));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> Rows.assertLogIsWhole(village, hub, kode.value()));
            Rows.assertEqual(village, hub, kode.value());
            assertThat(Rows.number(hub, "select count(*) from family where node = ?", kode.value()))
                    .isEqualTo(37);
            assertThat(Rows.strings(
                            hub,
                            "select dusun || ' ' || count(*) from resident where node = '" + kode.value()
                                    + "' group by dusun order by count(*) desc"))
                    .containsExactly("SENGGIGI 36", "LOCO 28", "MANGSIT 19", "KERANDANGAN 14");
            assertThat(Rows.strings(
                            hub,
                            "select category || ' ' || amount from stock where measure = 'people' and amount > 0"
                                    + " and node = '" + kode.value() + "' order by category desc"))
                    .containsExactly("M 46", "F 51");
        }
    }
}
