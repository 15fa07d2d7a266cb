package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NumberPagesTest {

    private static final Pattern SIGNATORY = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Kepala Desa");
    private static final Pattern LETTER = Pattern.compile("href=\"(/surat/[0-9a-f-]{36})\"");
    private static final Pattern NUMBER = Pattern.compile("Nomor: (300/[^<]+)");

    @Inject
    ResidentService residents;

    @Test
    void aLetterIsNumberedPrintedGivenUpAndStandsInTheAgenda() throws IOException {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk kades = Clerk.as(Roles.KADES);
        String request = waiting(operator, "Pemohon Kehilangan Bernomor");
        assertThat(operator.get(request + "/konsep").asString()).doesNotContain("Beri nomor");
        kades.get(request + "/konsep");

        Response numbered = kades.post("/surat/nomor/" + request.substring(request.lastIndexOf('/') + 1));

        String page = kades.follow(numbered);
        Matcher number = NUMBER.matcher(page);
        Matcher letter = LETTER.matcher(page);
        assertThat(number.find()).isTrue();
        assertThat(letter.find()).isTrue();
        assertThat(text(operator.get(letter.group(1)).asByteArray()))
                .contains("Nomor: " + number.group(1))
                .doesNotContain("KONSEP");
        assertThat(operator.get("/surat").asString()).contains(number.group(1), "Pemohon Kehilangan Bernomor");
        assertThat(operator.get("/surat/ekspedisi").asString()).doesNotContain(number.group(1));
        assertThat(operator.get("/surat/unduh?jenis=csv").asString()).contains(number.group(1), "Bernomor");

        Response stale = kades.post(letter.group(1) + "/batal", "version", "77", "alasan", "Alasan yang diketik");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString()).contains("Alasan yang diketik", "baru saja diubah orang lain");
        Response endless = kades.post(
                letter.group(1) + "/batal", "version", Clerk.valueOf(page, "version"), "alasan", "x".repeat(501));
        assertThat(endless.statusCode()).isEqualTo(422);

        Response cancelled = kades.post(
                letter.group(1) + "/batal", "version", Clerk.valueOf(page, "version"), "alasan", "Salah\u000b barang");

        assertThat(kades.follow(cancelled)).contains("Nomor " + number.group(1) + " batal", "Beri nomor");
        assertThat(operator.get("/surat").asString()).contains("Batal", "Salah barang");
        assertThat(text(operator.get(letter.group(1)).asByteArray())).contains("BATAL");
    }

    @Test
    void theExpeditionBookTellsWhatACitizenHas() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk kades = Clerk.as(Roles.KADES);
        String request = waiting(operator, "Pemohon Ekspedisi");
        kades.get(request);
        kades.post("/surat/nomor/" + request.substring(request.lastIndexOf('/') + 1));
        step(kades, request, RequestState.READY);
        assertThat(operator.get("/surat/ekspedisi").asString()).doesNotContain("Pemohon Ekspedisi");

        step(operator, request, RequestState.COMPLETED);

        assertThat(operator.get("/surat/ekspedisi").asString()).contains("Pemohon Ekspedisi", "/surat/ekspedisi/unduh");
        Response file = operator.get("/surat/ekspedisi/unduh?jenis=csv");
        assertThat(file.asString()).contains("Pemohon Ekspedisi").doesNotContain("Batal;");
        assertThat(file.header("Content-Disposition")).contains("ekspedisi-surat-");
    }

    @Test
    void anOperatorGivesNoNumber() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String request = waiting(operator, "Pemohon Tanpa Hak");
        operator.get(request);

        assertThat(operator.post("/surat/nomor/" + request.substring(request.lastIndexOf('/') + 1))
                        .statusCode())
                .isEqualTo(403);
    }

    private String waiting(Clerk operator, String name) {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        sekdes.get("/kantor");
        sekdes.post("/kantor/penanda-tangan", "nama", "Bambang Nomor", "dasar", "HEAD");
        Resident applicant = residents.register(Residents.named(name), Residents.anOfficer());
        operator.get("/permohonan/baru");
        Response answer = operator.post(
                "/permohonan/baru?warga=" + applicant.id + "&jenis=KEHILANGAN",
                "saluran",
                "COUNTER",
                "keperluan",
                "lapor");
        String request = answer.header("Location").replaceFirst("^https?://[^/]+", "");
        Matcher signatory = SIGNATORY.matcher(operator.get(request + "/surat").asString());
        assertThat(signatory.find()).isTrue();
        operator.post(
                request + "/surat",
                "version",
                "-1",
                "penandaTangan",
                signatory.group(1),
                "i.barang",
                "KTP",
                "i.perkiraan",
                "pasar");
        step(operator, request, RequestState.IN_REVIEW);
        step(operator, request, RequestState.AWAITING_SIGNATURE);
        return request;
    }

    private static void step(Clerk clerk, String request, RequestState to) {
        String version = Clerk.valueOf(clerk.get(request).asString(), "version");
        assertThat(clerk.post(request + "/langkah", "version", version, "ke", to.name())
                        .statusCode())
                .isEqualTo(303);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
