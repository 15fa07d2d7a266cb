package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.paper.PaperPrinter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
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
    private final LetterSheets sheets;
    private final PaperPrinter printer;
    private final CurrentAccount account;
    private final Audit audit;

    DraftPage(DraftPaper papers, LetterSheets sheets, PaperPrinter printer, CurrentAccount account, Audit audit) {
        this.papers = papers;
        this.sheets = sheets;
        this.printer = printer;
        this.account = account;
        this.audit = audit;
    }

    /** What the page shows; numbers of persons are covered on the sheets. */
    public record Sheet(
            Request request,
            Resident applicant,
            boolean open,
            boolean numbers,
            boolean cancels,
            List<LetterSheets.Sheet> drafts,
            List<Letter> givenUp) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "letter")
    static class Templates {

        static native TemplateInstance drafts(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance show(UUID id) {
        Request request = Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
        List<LetterSheets.Sheet> drafts = sheets.of(request);
        List<Letter> givenUp = Letter.listByRequest(id).stream()
                .filter(letter -> letter.state == LetterState.CANCELLED || letter.state == LetterState.WITHDRAWN)
                .toList();
        boolean signer = account.is(Roles.SEKDES) || account.is(Roles.KADES);
        boolean waits = request.state == RequestState.AWAITING_SIGNATURE;
        boolean numbers = signer && waits && drafts.stream().anyMatch(draft -> draft.letter() == null);
        return Templates.drafts(new Sheet(
                request,
                Resident.findById(request.applicantId),
                request.isPrepared(),
                numbers,
                signer,
                drafts,
                givenUp));
    }

    /** The whole sheet with all numbers, which leaves a trace. */
    @GET
    @Path("/{draftId}")
    @Produces("application/pdf")
    public Response print(UUID id, UUID draftId) {
        Request request = Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
        LetterFilling filling = LetterFilling.find(id).orElseThrow(NotFoundException::new);
        LetterDraft draft = LetterDraft.<LetterDraft>findByIdOptional(draftId)
                .filter(one -> one.requestId.equals(id))
                .orElseThrow(NotFoundException::new);
        audit.record("letter-draft-printed", "letter-draft/" + draftId);
        byte[] pdf = printer.print(papers.of(draft, filling, request));
        String name = "konsep-" + request.number + "-" + draft.kind + ".pdf";
        return Response.ok(pdf)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
