package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Clerk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter that is signed on paper counts with the scan of its sheet. */
@QuarkusTest
class PenAndScanTest extends LettersToSign {

    @TempDir
    Path folder;

    @Test
    void aLetterSignedByPenCountsWhenItsScanIsKept() throws IOException {
        String request = waiting("Pemohon Tanda Pena");
        kades.get("/tanda-tangan/" + request);
        String numbered = kades.follow(kades.post("/tanda-tangan/" + request + "/pena"));
        String letter = letter(numbered);
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Menunggu kepala desa");

        Response kept =
                kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(letter), "pindaian.png");

        assertThat(kades.follow(kept)).contains("sudah ditandatangani");
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Siap diambil");
        assertThat(operator.get("/surat").asString()).contains("Ditandatangani");
        try (PDDocument file = Loader.loadPDF(operator.get("/surat/" + letter).asByteArray())) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(file.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void aSignedLetterIsWithdrawnWithAReasonAndKeepsItsNumber() throws IOException {
        String request = waiting("Pemohon Surat Dicabut");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(letter), "pindaian.png");
        String version = Clerk.valueOf(kades.get("/tanda-tangan/" + request).asString(), "version");

        Response withdrawn =
                kades.post("/tanda-tangan/surat/" + letter + "/cabut", "version", version, "alasan", "Salah barang");

        assertThat(kades.follow(withdrawn)).contains("dicabut", "Salah barang");
        assertThat(operator.get("/surat").asString()).contains("Dicabut", "Salah barang");
    }

    @Test
    void fromTheSecondSheetOnAPrintSaysWhichItIsAndTheFileStaysAsItWasSigned() throws IOException {
        String request = waiting("Pemohon Cetak Ulang");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(letter), "pindaian.png");

        byte[] signed = operator.get("/surat/" + letter).asByteArray();
        byte[] first = operator.get("/surat/" + letter + "/cetak").asByteArray();
        byte[] second = operator.get("/surat/" + letter + "/cetak").asByteArray();

        assertThat(first).isEqualTo(signed);
        assertThat(text(second)).contains("Cetak ulang ke-2", "WIB", "oleh uji-operator");
        assertThat(operator.get("/surat/" + letter).asByteArray()).isEqualTo(signed);
    }

    @Test
    void whatIsNoScanIsRefusedAndTheLetterStillWaits() throws IOException {
        String request = waiting("Pemohon Berkas Palsu");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        Path page = Files.writeString(folder.resolve("surat.pdf"), "<html>bukan surat</html>");

        Response refused = kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", page, "surat.pdf");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("bukan PDF, PNG, atau JPEG", "Belum ada yang berubah");
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Menunggu kepala desa");
    }

    @Test
    void theScanOfAnotherLetterIsRefused() throws IOException {
        String other = waiting("Pemohon Surat Lain");
        kades.get("/tanda-tangan/" + other);
        String otherLetter = letter(kades.follow(kades.post("/tanda-tangan/" + other + "/pena")));
        String request = waiting("Pemohon Tertukar");
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));

        Response refused = kades.upload(
                "/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(otherLetter), "pindaian.png");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("milik surat lain");
    }

    @Test
    void aScanWithoutReadableCodeCountsOnlyWhenSomebodyVouchesForIt() throws IOException {
        String request = waiting("Pemohon Pindaian Gelap");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        Path dark = folder.resolve("gelap.png");
        ImageIO.write(new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB), "png", dark.toFile());
        String address = "/tanda-tangan/surat/" + letter + "/pindaian";

        Response refused = kades.upload(address, "berkas", dark, "gelap.png");
        Response kept = kades.upload(address, "berkas", dark, "gelap.png", "diperiksa", "ya");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("tidak terbaca");
        assertThat(kades.follow(kept)).contains("sudah ditandatangani");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The printed sheet as a scanner sees it. */
    private Path scan(String letter) throws IOException {
        Path file = folder.resolve("pindaian.png");
        try (PDDocument sheet = Loader.loadPDF(operator.get("/surat/" + letter).asByteArray())) {
            ImageIO.write(new PDFRenderer(sheet).renderImageWithDPI(0, 200), "png", file.toFile());
        }
        return file;
    }
}
