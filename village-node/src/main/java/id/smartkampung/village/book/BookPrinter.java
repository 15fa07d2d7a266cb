package id.smartkampung.village.book;

import id.smartkampung.village.paper.PdfMaker;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** Prints a book. */
@ApplicationScoped
class BookPrinter {

    private final PdfMaker pdf;
    private final VillageProfile village;

    BookPrinter(PdfMaker pdf, VillageProfile village) {
        this.pdf = pdf;
        this.village = village;
    }

    /** The book as it is printed. */
    @CheckedTemplate(basePath = "book")
    static class Templates {

        static native TemplateInstance paper(BookSheet sheet, VillageProfile village);

        private Templates() {}
    }

    byte[] print(BookSheet sheet) {
        return pdf.book(Templates.paper(sheet, village).render());
    }
}
