package id.smartkampung.village.area;

import id.smartkampung.deploy.testsupport.Unzipped;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Everything that can be read in an answer, be it a page, a PDF, or a workbook; in lower case. */
final class Answered {

    private Answered() {}

    static String text(Response answer) {
        String type = answer.contentType() == null ? "" : answer.contentType();
        byte[] body = answer.asByteArray();
        try {
            if (type.contains("pdf")) {
                try (PDDocument document = Loader.loadPDF(body)) {
                    return new PDFTextStripper().getText(document).toLowerCase(Locale.ROOT);
                }
            }
            if (type.contains("spreadsheet")) {
                return Unzipped.text(body).toLowerCase(Locale.ROOT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
