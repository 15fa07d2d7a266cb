package id.smartkampung.village.importer;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.village.Clerk;
import id.smartkampung.web.account.Roles;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ImportPageTest {

    @Inject
    AgroalDataSource database;

    @TestHTTPResource("/impor")
    URI imports;

    private Clerk clerk;

    @TempDir
    Path folder;

    @Test
    void leadsFromTheUploadToTheReport() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path file = PopulationFiles.village(folder, 9);

        String page = upload(file, "penduduk.csv");
        String checked = awaitText(page, "Masukkan 9 orang");
        assertThat(checked).contains("9 baru").contains("KRAJAN").contains("penduduk.csv");
        assertThat(clerk.post(page + "/jalankan").statusCode()).isEqualTo(303);
        String done = awaitText(page, "Unduh laporan");

        assertThat(done).contains("9 orang baru");
    }

    @Test
    void showsWhatIsWrongInWhichRowWithoutShowingTheNik() throws IOException {
        clerk = Clerk.as(Roles.SEKDES);
        String nik = "3510020101990001";
        Path file = PopulationFiles.csv(
                folder,
                PopulationFiles.HEADER,
                ",KRAJAN,001,002,Contoh Salah,3510020101200001," + nik + ",1,31-02-1999,1,1,1,Dukun bayi",
                ",KRAJAN,001,002,Contoh Lain,3510020101200001,3510020101990002,1,1999-02-01,4,1,1,1");

        String checked = awaitText(upload(file, "salah.csv"), "Buang berkas");

        assertThat(checked)
                .contains("Tanggal ini tidak ada")
                .contains("31-02-1999")
                .contains("Dukun bayi")
                .contains("Tidak ada di daftar resmi")
                .doesNotContain(nik);
    }

    @Test
    void refusesAPdfThatCallsItselfAWorkbook() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path file = Files.writeString(folder.resolve("a.xlsx"), "%PDF-1.7 and so on");

        Response answer = send(file, "penduduk.xlsx");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Isinya PDF").contains("Tidak ada data yang berubah");
    }

    @Test
    void takesAColumnForWhatTheOfficerSaysItIs() throws IOException, SQLException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path village = PopulationFiles.village(folder, 3);
        String lines = Files.readString(village).replace("pekerjaan_id", "mata_pencaharian");
        String page = upload(PopulationFiles.csv(folder, lines), "kolom.csv");
        String checked = awaitText(page, "Masukkan 3 orang");
        assertThat(checked).contains("Kolom yang belum dikenal", "mata_pencaharian");

        Response told = clerk.post(page + "/kolom", "arti12", "OCCUPATION");
        awaitText(page, "Masukkan 3 orang");
        clerk.post(page + "/jalankan");
        awaitText(page, "Selesai");

        assertThat(told.statusCode()).isEqualTo(303);
        assertThat(occupationsOf(village)).containsOnly(9);
    }

    @Test
    void asksWhichColumnIsTheOneThatIsMissing() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        String lines = Files.readString(PopulationFiles.village(folder, 3)).replace(",nik,", ",nomor_induk,");
        String page = upload(PopulationFiles.csv(folder, lines), "induk.csv");
        awaitText(page, "Kolom ini tidak ada: nik");

        clerk.post(page + "/kolom", "arti6", "NIK");

        assertThat(awaitText(page, "Masukkan 3 orang")).contains("3 baru");
    }

    @Test
    void refusesOneMeaningForTwoColumns() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        String lines = Files.readString(PopulationFiles.village(folder, 3))
                .replace("pekerjaan_id", "kerja satu")
                .replace("status_kawin", "kerja dua");
        String page = upload(PopulationFiles.csv(folder, lines), "kembar.csv");
        awaitText(page, "Masukkan 3 orang");

        Response answer = clerk.post(page + "/kolom", "arti11", "OCCUPATION", "arti12", "OCCUPATION");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Arti yang sama dipilih untuk dua kolom");
    }

    @Test
    void answersAnUploadBeyondEveryLimitWithAPage() throws IOException, InterruptedException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path file = folder.resolve("raksasa.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(260L << 20);
        }
        String cookies = clerk.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));

        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(imports)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .header("Cookie", cookies)
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        Response page = clerk.get(answer.headers().firstValue("Location").orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.asString()).contains("Berkas ini terlalu besar", "Tidak ada data yang berubah");
    }

    @Test
    void refusesTwoHundredMegabytesWithASentence() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path file = folder.resolve("besar.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200L << 20);
        }

        Response answer = send(file, "besar.csv");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("terlalu besar");
    }

    @Test
    void refusesAZipBombWithASentence() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path file = folder.resolve("bom.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.write(" ".repeat(20 << 20).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(send(file, "bom.xlsx").asString()).contains("membengkak");
    }

    @Test
    void keepsOutWhoMayNotImportAndWhoIsNotLoggedIn() {
        assertThat(new TestBrowser().get("/impor").statusCode()).isNotEqualTo(200);
        assertThat(Clerk.as(Roles.KADES).get("/impor").statusCode()).isEqualTo(403);
    }

    @Test
    void theReportOpensInASpreadsheetAndRunsNothing() throws IOException {
        clerk = Clerk.as(Roles.OPERATOR);
        Path file = PopulationFiles.csv(
                folder,
                PopulationFiles.HEADER,
                ",KRAJAN,001,002,Contoh Salah,3510020101200009,3510020101980001,1,1998-01-01,1,1,1,=1+1");
        String page = upload(file, "rumus.csv");
        awaitText(page, "=1\\+1");

        byte[] xlsx = clerk.get(page + "/laporan.xlsx").asByteArray();
        String csv = clerk.get(page + "/laporan.csv").asString();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getSheets().toList().get(1).read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(3)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(3).getFormula()).isNull();
        }
        List<CsvRecord> lines = CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv.substring(1)).stream()
                .toList();
        assertThat(lines.get(1).getField(3)).isEqualTo("'=1+1");
    }

    private List<Integer> occupationsOf(Path village) throws IOException, SQLException {
        String nik = Files.readAllLines(village).get(1).split(",", -1)[6];
        List<Integer> occupations = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select occupation from resident where nik like ?")) {
            select.setString(1, nik.substring(0, 12) + "%");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    occupations.add(row.getInt(1));
                }
            }
        }
        return occupations;
    }

    /** Returns the address of the run's page. */
    private String upload(Path file, String name) {
        Response answer = send(file, name);
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }

    private Response send(Path file, String name) {
        return clerk.upload("/impor", "berkas", file, name);
    }

    private String awaitText(String path, String pattern) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> clerk.get(path).asString(),
                        page -> Pattern.compile(pattern).matcher(page).find());
    }
}
