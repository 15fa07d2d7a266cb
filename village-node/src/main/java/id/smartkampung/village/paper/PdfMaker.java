package id.smartkampung.village.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.smartkampung.web.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Makes XHTML a PDF with the fonts in it. */
@ApplicationScoped
public class PdfMaker {

    private static final String FAMILY = "Tinos";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** A sheet in the making takes some megabytes, a long book a good part of a small server. */
    private static final int PLACES = 2;

    private final Semaphore places = new Semaphore(PLACES);

    PdfMaker() {
        // What a layout could not do is seen in the tests; in the log it would repeat what stands in the paper.
        XRLog.setLoggingEnabled(false);
    }

    /** A paper of few pages, tagged so that a reader of screens can tell its parts (PDF/UA). */
    public byte[] sheet(String xhtml) {
        return make(xhtml, true, 1);
    }

    /** A paper of many pages; the tags of its tables would take more memory than a small server has. */
    public byte[] book(String xhtml) {
        return make(xhtml, false, PLACES);
    }

    private byte[] make(String xhtml, boolean tagged, int weight) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        places.acquireUninterruptibly(weight);
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(tagged)
                    .withProducer("Smart Kampung")
                    .useFont(() -> font("Tinos-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("Tinos-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    // one sign in a name that XML forbids would leave the whole paper unmade
                    .withHtmlContent(PlainText.lines(xhtml), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper could not be made a PDF", e);
        } finally {
            places.release(weight);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return PdfMaker.class.getResourceAsStream("/paper/" + file);
    }
}
