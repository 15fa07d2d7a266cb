package id.smartkampung.village.letter.signing;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.letter.number.LetterSheets;
import id.smartkampung.village.letter.number.NumberingService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What waits for a signature: read it, sign it one by one or many at once, or send it back with a reason. */
@Path("/tanda-tangan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.KADES, Roles.ADMIN})
public class SigningPage {

    private static final int SHOWN = 50;
    private static final int UNPROCESSABLE = 422;

    private final SigningQueries queue;
    private final SigningService service;
    private final Signing signing;
    private final SigningRuns runs;
    private final ElectronicSigning electronic;
    private final NumberingService numbering;
    private final LetterSheets sheets;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    SigningPage(
            SigningQueries queue,
            SigningService service,
            Signing signing,
            SigningRuns runs,
            ElectronicSigning electronic,
            NumberingService numbering,
            LetterSheets sheets,
            CurrentAccount account,
            Texts texts,
            Flash flash) {
        this.queue = queue;
        this.service = service;
        this.signing = signing;
        this.runs = runs;
        this.electronic = electronic;
        this.numbering = numbering;
        this.sheets = sheets;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /** What the queue shows, page by page; without any key of a signer, everything is signed by pen. */
    public record Queue(
            List<SigningQueries.Line> lines,
            long waiting,
            boolean electronic,
            String error,
            String first,
            String next) {}

    /** What the page of one request shows; the steps are those that lead it away unsigned. */
    public record Sheet(
            Request request,
            Resident applicant,
            List<LetterSheets.Sheet> letters,
            boolean waits,
            boolean signs,
            boolean electronic,
            boolean unnumbered,
            boolean formsOnly,
            Set<RequestState> steps,
            String error,
            RequestState failed,
            String reason) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "signing")
    static class Templates {

        static native TemplateInstance queue(Queue sheet);

        static native TemplateInstance read(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance queue(@RestQuery UUID setelah) {
        return Templates.queue(queued(setelah, null));
    }

    @POST
    @RolesAllowed({Roles.SEKDES, Roles.KADES})
    public Response sign(@BeanParam SigningForm form) {
        Map<UUID, Integer> seen = form.chosen();
        List<SigningRuns.Chosen> chosen = queue.waiting(seen.keySet()).stream()
                .map(line -> new SigningRuns.Chosen(line.id(), seen.get(line.id()), line.name(), line.applicant()))
                .toList();
        if (chosen.isEmpty()) {
            return notBegun("signing-nothing");
        }
        if (form.sandi == null || form.sandi.isEmpty()) {
            return notBegun("signing-passphrase-missing");
        }
        UUID run = runs.start(chosen, electronic.opened(form.sandi.toCharArray()), Author.byForm(account));
        return Response.seeOther(URI.create("/tanda-tangan/jalan/" + run)).build();
    }

    private Response notBegun(String code) {
        return Response.status(UNPROCESSABLE)
                .entity(Templates.queue(queued(null, texts.of("refusal." + code))))
                .build();
    }

    private Queue queued(UUID after, String error) {
        List<SigningQueries.Line> page = queue.waiting(after, SHOWN + 1);
        boolean more = page.size() > SHOWN;
        List<SigningQueries.Line> shown = more ? page.subList(0, SHOWN) : page;
        return new Queue(
                shown,
                queue.count(),
                electronic.possible(),
                error,
                after == null ? null : "/tanda-tangan",
                more ? "/tanda-tangan?setelah=" + shown.get(SHOWN - 1).id() : null);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance read(UUID id) {
        return Templates.read(sheet(id, null, null, ""));
    }

    /** Numbers the letters of a request, to be printed and signed by pen. */
    @POST
    @Path("/{id}/pena")
    @RolesAllowed({Roles.SEKDES, Roles.KADES})
    public Response number(UUID id) {
        try {
            flash.say(
                    "letter.numbered",
                    numbering.number(id, Author.byForm(account)).size());
        } catch (RefusedException e) {
            return refused(id, e, null, "");
        }
        return to(id);
    }

    /** Takes the scan of a letter that was signed by pen. */
    @POST
    @Path("/surat/{letterId}/pindaian")
    @RolesAllowed({Roles.SEKDES, Roles.KADES})
    public Response scan(UUID letterId, @RestForm("berkas") FileUpload file, @RestForm String diperiksa)
            throws IOException {
        Letter letter = Letter.<Letter>findByIdOptional(letterId).orElseThrow(NotFoundException::new);
        try {
            if (file == null || file.size() == 0) {
                throw new RefusedException("scan-unreadable");
            }
            Letter signed = signing.signOne(
                    letter, PenScan.read(file.uploadedFile(), diperiksa != null), Author.byForm(account));
            flash.say("letter.signed", signed.number);
        } catch (RefusedException e) {
            return refused(letter.requestId, e, null, "");
        }
        return to(letter.requestId);
    }

    /** Says that a signed letter is no longer to be accepted. */
    @POST
    @Path("/surat/{letterId}/cabut")
    @RolesAllowed({Roles.SEKDES, Roles.KADES})
    public Response withdraw(UUID letterId, @RestForm int version, @RestForm String alasan) {
        Letter letter = service.withdraw(letterId, version, alasan, Author.byForm(account));
        flash.say("letter.withdrawn", letter.number);
        return Response.seeOther(URI.create("/permohonan/" + letter.requestId + "/konsep"))
                .build();
    }

    /** Sends a request away unsigned; what was typed as a reason stays when that is refused. */
    @POST
    @Path("/{id}/kembali")
    public Response leave(UUID id, @RestForm int version, @RestForm String ke, @RestForm String alasan) {
        RequestState state = steps().stream()
                .filter(one -> one.name().equals(ke))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        try {
            service.leave(id, version, state, alasan, Author.byForm(account));
        } catch (RefusedException e) {
            return refused(id, e, state, alasan == null ? "" : alasan);
        }
        flash.say("request.moved." + state.name());
        return Response.seeOther(URI.create("/tanda-tangan")).build();
    }

    /** Says that a request has only forms for citizens to sign, and is ready with them. */
    @POST
    @Path("/{id}/formulir")
    public Response handOver(UUID id, @RestForm int version) {
        try {
            service.handOver(id, version, Author.byForm(account));
        } catch (RefusedException e) {
            return refused(id, e, null, "");
        }
        flash.say("request.moved." + RequestState.READY.name());
        return Response.seeOther(URI.create("/tanda-tangan")).build();
    }

    private Response refused(UUID id, RefusedException e, RequestState failed, String reason) {
        Request.getEntityManager().clear();
        String message =
                texts.of(e instanceof ChangedMeanwhileException ? "request.moved-meanwhile" : "refusal." + e.code());
        return Response.status(e.status())
                .entity(Templates.read(sheet(id, message, failed, reason)))
                .build();
    }

    private Sheet sheet(UUID id, String error, RequestState failed, String reason) {
        Request request = Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
        List<LetterSheets.Sheet> letters = sheets.of(request);
        return new Sheet(
                request,
                Resident.findById(request.applicantId),
                letters,
                request.state == RequestState.AWAITING_SIGNATURE,
                account.is(Roles.SEKDES) || account.is(Roles.KADES),
                electronic.possible() && service.isSigner(id, account.id()),
                letters.stream().anyMatch(one -> !one.form() && one.letter() == null),
                !letters.isEmpty() && letters.stream().allMatch(LetterSheets.Sheet::form),
                steps(),
                error,
                failed,
                reason);
    }

    /** Who signs sends back or rejects; officers also note that the applicant has given up. */
    private Set<RequestState> steps() {
        return account.is(Roles.KADES)
                ? EnumSet.of(RequestState.IN_REVIEW, RequestState.REJECTED)
                : EnumSet.of(RequestState.IN_REVIEW, RequestState.REJECTED, RequestState.CANCELLED);
    }

    private static Response to(UUID request) {
        return Response.seeOther(URI.create("/tanda-tangan/" + request)).build();
    }
}
