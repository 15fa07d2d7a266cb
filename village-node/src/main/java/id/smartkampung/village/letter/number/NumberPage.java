package id.smartkampung.village.letter.number;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.paper.PaperPrinter;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Gives letters their numbers, prints them for the pen, gives them up. */
@Path("/surat")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NumberPage {

    private final NumberingService service;
    private final NumberedPaper numbered;
    private final SignedFiles files;
    private final LetterSight sight;
    private final LetterPrintService prints;
    private final PaperPrinter printer;
    private final DraftView view;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;

    NumberPage(
            NumberingService service,
            NumberedPaper numbered,
            SignedFiles files,
            LetterSight sight,
            LetterPrintService prints,
            PaperPrinter printer,
            DraftView view,
            CurrentAccount account,
            Audit audit,
            Texts texts,
            Flash flash) {
        this.service = service;
        this.numbered = numbered;
        this.files = files;
        this.sight = sight;
        this.prints = prints;
        this.printer = printer;
        this.view = view;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.flash = flash;
    }

    @POST
    @Path("/nomor/{requestId}")
    @RolesAllowed({Roles.SEKDES, Roles.KADES})
    public Response number(UUID requestId) {
        int given = service.number(requestId, Author.byForm(account)).size();
        flash.say("letter.numbered", given);
        return back(requestId);
    }

    @POST
    @Path("/{id}/batal")
    @RolesAllowed({Roles.SEKDES, Roles.KADES})
    public Response cancel(UUID id, @RestForm int version, @RestForm String alasan) {
        try {
            Letter letter = service.cancel(id, version, alasan);
            flash.say("letter.cancelled", letter.number);
            return back(letter.requestId);
        } catch (RefusedException e) {
            return refused(id, e, alasan == null ? "" : alasan);
        }
    }

    private Response refused(UUID id, RefusedException e, String reason) {
        Letter.getEntityManager().clear();
        Letter letter = Letter.findById(id);
        String message =
                texts.of(e instanceof ChangedMeanwhileException ? "letter.changed-meanwhile" : "refusal." + e.code());
        DraftPage.Sheet sheet = view.sheet(letter.requestId, new DraftView.Refused(message, id, reason));
        return Response.status(e.status())
                .entity(DraftPage.Templates.drafts(sheet))
                .build();
    }

    /** The signed file as it is, or the sheet with its number for the pen; each leaves a trace. */
    @GET
    @Path("/{id}")
    @Produces("application/pdf")
    public Response file(UUID id) {
        Letter letter = seen(id);
        if (letter.fileSha256 == null) {
            return printed(letter, printer.print(numbered.of(letter)));
        }
        byte[] file = files.read(letter);
        audit.record("letter-downloaded", "letter/" + id);
        return pdf(letter, file);
    }

    /** The signed letter for the printer: from the second sheet on it says which it is. */
    @GET
    @Path("/{id}/cetak")
    @Produces("application/pdf")
    public Response print(UUID id) {
        Letter letter = seen(id);
        if (letter.fileSha256 == null) {
            throw new NotFoundException();
        }
        return printed(letter, files.read(letter));
    }

    private Letter seen(UUID id) {
        Letter letter = Letter.<Letter>findByIdOptional(id).orElseThrow(NotFoundException::new);
        sight.requireAll(letter);
        return letter;
    }

    private Response printed(Letter letter, byte[] sheet) {
        LetterPrintService.Print print = prints.next(letter.id, letter.fileSha256 == null, account.username());
        audit.record("letter-printed", "letter/" + letter.id, List.of(String.valueOf(print.copy())), "");
        return pdf(letter, prints.marked(sheet, print));
    }

    private static Response pdf(Letter letter, byte[] pdf) {
        String name = "surat-" + letter.year + "-" + letter.sequence + "-" + letter.kind + ".pdf";
        return Response.ok(pdf)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response back(UUID requestId) {
        return Response.seeOther(URI.create("/permohonan/" + requestId + "/konsep"))
                .build();
    }
}
