package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.LetterPaper;
import id.smartkampung.village.letter.LetterValues;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.paper.PaperPrinter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The letters of a request before they have a number: to be read on the screen, and as sheets marked as drafts. */
@Path("/permohonan/{id}/konsep")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DraftPage {

    private final LetterPaper papers;
    private final NumberedPaper numbered;
    private final PaperPrinter printer;
    private final LetterTypes types;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    DraftPage(
            LetterPaper papers,
            NumberedPaper numbered,
            PaperPrinter printer,
            LetterTypes types,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.papers = papers;
        this.numbered = numbered;
        this.printer = printer;
        this.types = types;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the page shows; numbers of persons are covered on the sheets. */
    public record Sheet(
            Request request,
            Resident applicant,
            boolean open,
            boolean numbers,
            boolean cancels,
            List<Draft> drafts,
            List<Letter> givenUp) {}

    /** One draft as it will stand on paper; the letter is null before it has a number. */
    public record Draft(UUID id, Paper paper, Letter letter) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "letter")
    static class Templates {

        static native TemplateInstance drafts(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance show(UUID id) {
        Request request = Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
        LetterFilling filling = LetterFilling.find(id).orElse(null);
        List<Draft> drafts = LetterDraft.listByRequest(id).stream()
                .map(draft -> draft(draft, filling, request))
                .toList();
        List<Letter> givenUp = Letter.listByRequest(id).stream()
                .filter(letter -> letter.state == Letter.State.CANCELLED)
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

    private Draft draft(LetterDraft draft, LetterFilling filling, Request request) {
        Letter letter = Letter.find(request.id, draft.kind).orElse(null);
        Paper paper = letter == null ? paper(draft, filling, request) : numbered.of(letter);
        return new Draft(draft.id, CoveredPaper.of(paper), letter);
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
        byte[] pdf = printer.print(paper(draft, filling, request));
        String name = "konsep-" + request.number + "-" + draft.kind + ".pdf";
        return Response.ok(pdf)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Paper paper(LetterDraft draft, LetterFilling filling, Request request) {
        LetterType type = types.find(draft.kind, draft.typeVersion).orElseThrow(NotFoundException::new);
        return papers.draft(new LetterValues.Source(
                type,
                filling.answers(),
                Resident.findById(request.applicantId),
                Signatory.findById(filling.signatoryId),
                Wib.dateOf(clock.instant())));
    }
}
