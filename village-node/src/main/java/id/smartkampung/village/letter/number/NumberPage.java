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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Gives letters their numbers, prints them for the pen, gives them up. */
@Path("/surat")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NumberPage {

    private final NumberingService service;
    private final NumberedPaper numbered;
    private final PaperPrinter printer;
    private final DraftView view;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;

    NumberPage(
            NumberingService service,
            NumberedPaper numbered,
            PaperPrinter printer,
            DraftView view,
            CurrentAccount account,
            Audit audit,
            Texts texts,
            Flash flash) {
        this.service = service;
        this.numbered = numbered;
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

    /** The sheet with its number, for the pen; each print leaves a trace. */
    @GET
    @Path("/{id}")
    @Produces("application/pdf")
    public Response print(UUID id) {
        Letter letter = Letter.<Letter>findByIdOptional(id).orElseThrow(NotFoundException::new);
        audit.record("letter-printed", "letter/" + id);
        byte[] pdf = printer.print(numbered.of(letter));
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
