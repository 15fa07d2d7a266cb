package id.smartkampung.village.area;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
                return unzipped(body).toLowerCase(Locale.ROOT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private static String unzipped(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
