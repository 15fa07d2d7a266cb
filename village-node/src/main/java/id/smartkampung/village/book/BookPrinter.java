package id.smartkampung.village.book;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Makes a book a PDF with the fonts in it. */
@ApplicationScoped
class BookPrinter {

    private static final String FAMILY = "Tinos";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** A long book takes a good part of the memory of a small server. */
    private final Semaphore place = new Semaphore(1);

    private final VillageProfile village;

    BookPrinter(VillageProfile village) {
        this.village = village;
        // What a layout could not do is seen in the tests; in the log it would repeat what stands in the book.
        XRLog.setLoggingEnabled(false);
    }

    /** The book as it is printed. */
    @CheckedTemplate(basePath = "book")
    static class Templates {

        static native TemplateInstance paper(BookSheet sheet, VillageProfile village);

        private Templates() {}
    }

    byte[] print(BookSheet sheet) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        place.acquireUninterruptibly();
        try {
            new PdfRendererBuilder()
                    .withProducer("Smart Kampung")
                    .useFont(() -> font("Tinos-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("Tinos-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .withHtmlContent(Templates.paper(sheet, village).render(), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("the book " + sheet.book() + " could not be made a PDF", e);
        } finally {
            place.release();
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return BookPrinter.class.getResourceAsStream("/paper/" + file);
    }
}
