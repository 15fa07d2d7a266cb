package id.smartkampung.village.letter.number;

import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.paper.PaperPrinter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.audit.Audit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The letters of a request before they have a number: to be read on the screen, and as sheets marked as drafts. */
@Path("/permohonan/{id}/konsep")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DraftPage {

    private final DraftPaper papers;
    private final DraftView view;
    private final LetterSight sight;
    private final PaperPrinter printer;
    private final Audit audit;

    DraftPage(DraftPaper papers, DraftView view, LetterSight sight, PaperPrinter printer, Audit audit) {
        this.papers = papers;
        this.view = view;
        this.sight = sight;
        this.printer = printer;
        this.audit = audit;
    }

    /**
     * What the page shows; numbers of persons are covered on the sheets.
     *
     * @param refused a sentence over the page; null where there is none
     * @param failed the letter that was to be given up, with the reason that was typed
     */
    public record Sheet(
            Request request,
            Resident applicant,
            boolean open,
            boolean numbers,
            boolean cancels,
            List<LetterSheets.Sheet> drafts,
            List<Letter> givenUp,
            String refused,
            UUID failed,
            String reason) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "letter")
    static class Templates {

        static native TemplateInstance drafts(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance show(UUID id) {
        return Templates.drafts(view.sheet(id, null));
    }

    /** The whole sheet with all numbers, which leaves a trace; of forms, which get no number, nobody is left out. */
    @GET
    @Path("/{draftId}")
    @Produces("application/pdf")
    public Response print(UUID id, UUID draftId) {
        Request request = Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
        LetterFilling filling = LetterFilling.find(id).orElseThrow(NotFoundException::new);
        LetterDraft draft = LetterDraft.<LetterDraft>findByIdOptional(draftId)
                .filter(one -> one.requestId.equals(id))
                .orElseThrow(NotFoundException::new);
        if (!draft.numbered) {
            sight.requireAll(draft, filling, request);
        }
        // drafts are made anew whenever somebody saves
        audit.record("letter-draft-printed", "request/" + id);
        byte[] pdf = printer.print(papers.of(draft, filling, request));
        String name = (draft.numbered ? "konsep-" : "formulir-") + request.number + "-" + draft.kind + ".pdf";
        return Response.ok(pdf)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
