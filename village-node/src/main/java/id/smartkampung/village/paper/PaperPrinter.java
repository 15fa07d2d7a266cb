package id.smartkampung.village.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Makes a sheet a tagged PDF with the fonts in it. */
@ApplicationScoped
public class PaperPrinter {

    private static final String FAMILY = "Tinos";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** Each letter in the making takes some megabytes, and a village has few of them. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    PaperPrinter() {
        // what a layout could not do is seen in the tests; in the log it would repeat what stands in the letter
        XRLog.setLoggingEnabled(false);
    }

    /** The sheet as it is printed; the same words as on the screen. */
    @CheckedTemplate(basePath = "paper")
    static class Templates {

        static native TemplateInstance sheet(Paper paper);

        private Templates() {}
    }

    public byte[] print(Paper paper) {
        String xhtml = Templates.sheet(paper).render();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        places.acquireUninterruptibly();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Smart Kampung")
                    .useFont(() -> font("Tinos-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("Tinos-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .withHtmlContent(xhtml, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("a sheet could not be made a PDF", e);
        } finally {
            places.release();
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return PaperPrinter.class.getResourceAsStream("/paper/" + file);
    }
}
