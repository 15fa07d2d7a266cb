package id.smartkampung.village.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** Prints a sheet. */
@ApplicationScoped
public class PaperPrinter {

    private final PdfMaker pdf;

    PaperPrinter(PdfMaker pdf) {
        this.pdf = pdf;
    }

    /** The sheet as it is printed; the same words as on the screen. */
    @CheckedTemplate(basePath = "paper")
    static class Templates {

        static native TemplateInstance sheet(Paper paper);

        private Templates() {}
    }

    public byte[] print(Paper paper) {
        return pdf.sheet(Templates.sheet(paper).render());
    }
}
