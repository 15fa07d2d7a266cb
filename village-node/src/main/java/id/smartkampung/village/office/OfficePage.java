package id.smartkampung.village.office;

import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The village office on paper: address, emblem, sheet, and who signs. */
@Path("/kantor")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.SEKDES, Roles.ADMIN})
public class OfficePage {

    private static final int UNPROCESSABLE = 422;

    private final OfficeService service;
    private final Letterheads letterheads;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    OfficePage(OfficeService service, Letterheads letterheads, CurrentAccount account, Texts texts, Flash flash) {
        this.service = service;
        this.letterheads = letterheads;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * One who signs, with the lines as they stand on paper.
     *
     * @param account whose account signs electronically as this one; empty for nobody's
     */
    public record Line(UUID id, String name, List<String> above, List<String> below, Choice account) {}

    /** What the page shows; each form has its own errors. */
    public record Sheet(
            OfficeForm form,
            FieldErrors errors,
            SignatoryForm signatory,
            FieldErrors signatoryErrors,
            String emblem,
            String refused,
            List<Line> signatories,
            List<Choice> accounts,
            boolean ties,
            List<Choice> bases,
            List<Choice> papers,
            List<Choice> scopes) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "office")
    static class Templates {

        static native TemplateInstance office(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance show() {
        return Templates.office(sheet(null, FieldErrors.none(), new SignatoryForm(), FieldErrors.none(), null));
    }

    @POST
    public Response change(@BeanParam OfficeForm form) {
        FieldErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            return wrong(sheet(form, errors, new SignatoryForm(), FieldErrors.none(), null));
        }
        try {
            service.change(form);
        } catch (ChangedMeanwhileException e) {
            Office.getEntityManager().clear();
            form.version = Office.get().version;
            String message = texts.of("office.meanwhile");
            return wrong(sheet(form, errors, new SignatoryForm(), FieldErrors.none(), message));
        }
        return saved();
    }

    @POST
    @Path("/lambang")
    public Response emblem(@RestForm("berkas") FileUpload file) throws IOException {
        try {
            boolean chosen = file != null && file.size() > 0;
            service.changeEmblem(chosen ? Emblem.read(file.uploadedFile()) : null);
        } catch (RefusedException e) {
            String message = texts.of("refusal." + e.code());
            return wrong(sheet(null, FieldErrors.none(), new SignatoryForm(), FieldErrors.none(), message));
        }
        return saved();
    }

    @POST
    @Path("/penanda-tangan")
    public Response enter(@BeanParam SignatoryForm form) {
        FieldErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            return wrong(sheet(null, FieldErrors.none(), form, errors, null));
        }
        service.enter(form);
        return saved();
    }

    /** Only an admin says who signs as whom: neither of those who sign takes the pen of the other. */
    @POST
    @Path("/penanda-tangan/{id}/akun")
    @RolesAllowed(Roles.ADMIN)
    public Response tie(UUID id, @RestForm @DefaultValue("") String akun) {
        service.tie(id, akun);
        return saved();
    }

    @POST
    @Path("/penanda-tangan/{id}/berhenti")
    public Response end(UUID id) {
        service.end(id);
        return saved();
    }

    private Response saved() {
        flash.say("office.saved");
        return Response.seeOther(URI.create("/kantor")).build();
    }

    private static Response wrong(Sheet sheet) {
        return Response.status(UNPROCESSABLE).entity(Templates.office(sheet)).build();
    }

    private Line line(Signatory one, List<Choice> accounts) {
        String tied = String.valueOf(one.accountId);
        Choice account = accounts.stream()
                .filter(choice -> choice.matches(tied))
                .findFirst()
                .orElse(null);
        return new Line(one.id, one.name, letterheads.signedAs(one), letterheads.signedBelow(one), account);
    }

    private Sheet sheet(
            OfficeForm typed, FieldErrors errors, SignatoryForm signatory, FieldErrors wrong, String refused) {
        List<Choice> accounts = OfficeService.signers().stream()
                .map(one -> new Choice(one.id.toString(), one.displayName + " (" + texts.of("role." + one.role) + ")"))
                .toList();
        List<Line> lines =
                Signatory.listActive().stream().map(one -> line(one, accounts)).toList();
        return new Sheet(
                typed == null ? OfficeForm.of(Office.get()) : typed,
                errors,
                signatory,
                wrong,
                letterheads.head().emblem(),
                refused,
                lines,
                accounts,
                account.is(Roles.ADMIN),
                Arrays.stream(Signatory.Basis.values())
                        .map(basis -> new Choice(basis.name(), texts.of("signing-basis." + basis.name())))
                        .toList(),
                Arrays.stream(Office.PaperSize.values())
                        .map(size -> new Choice(size.name(), texts.of("paper-size." + size.name())))
                        .toList(),
                Arrays.stream(Office.CounterScope.values())
                        .map(scope -> new Choice(scope.name(), texts.of("counter-scope." + scope.name())))
                        .toList());
    }
}
