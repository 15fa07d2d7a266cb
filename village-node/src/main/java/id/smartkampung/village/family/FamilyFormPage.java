package id.smartkampung.village.family;

import id.smartkampung.model.event.Subject;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.history.FieldChange;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyDraft;
import id.smartkampung.village.register.FamilyService;
import id.smartkampung.village.register.MembershipService;
import id.smartkampung.village.register.NoKkTakenException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.FieldErrors;
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
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Enters a family, changes one, takes one out. */
@Path("/keluarga")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class FamilyFormPage {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final FamilyService families;
    private final MembershipService members;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;

    FamilyFormPage(
            FamilyService families,
            MembershipService members,
            CurrentAccount account,
            Audit audit,
            Texts texts,
            Flash flash) {
        this.families = families;
        this.members = members;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What the form page shows.
     *
     * @param id of the family that is changed; null for a new one
     * @param holder who has the No. KK that was typed; null if nobody
     * @param meanwhile what somebody else changed since the form was opened; null if nothing
     */
    public record Sheet(UUID id, FamilyForm form, FieldErrors errors, Family holder, FieldChange meanwhile) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "family")
    static class Templates {

        static native TemplateInstance form(Sheet sheet);

        static native TemplateInstance removal(Family family, String error);

        private Templates() {}
    }

    @GET
    @Path("/baru")
    public TemplateInstance blank() {
        return Templates.form(new Sheet(null, new FamilyForm(), FieldErrors.none(), null, null));
    }

    @POST
    @Path("/baru")
    public Response create(@BeanParam FamilyForm form) {
        FieldErrors errors = FieldErrors.none();
        FamilyDraft draft = form.toDraft(errors, texts);
        if (!errors.isEmpty()) {
            return again(UNPROCESSABLE, new Sheet(null, form, errors, null, null));
        }
        try {
            Family family = families.create(draft, Author.byForm(account));
            flash.say("family.created");
            return to(family.id);
        } catch (NoKkTakenException e) {
            return taken(e, null, form, errors);
        }
    }

    /** The form shows the No. KK, so opening it leaves a trace. */
    @GET
    @Path("/{id}/ubah")
    public TemplateInstance edit(UUID id) {
        Family family = found(id);
        audit.record("form-opened", new Subject(Subject.FAMILY, id).toString());
        return Templates.form(new Sheet(id, FamilyForm.of(family), FieldErrors.none(), null, null));
    }

    @POST
    @Path("/{id}/ubah")
    public Response change(UUID id, @BeanParam FamilyForm form) {
        FieldErrors errors = FieldErrors.none();
        FamilyDraft draft = form.toDraft(errors, texts);
        if (!errors.isEmpty()) {
            return again(UNPROCESSABLE, new Sheet(id, form, errors, null, null));
        }
        try {
            Author author = Author.byForm(account);
            if (form.settle == null) {
                families.change(id, form.version, draft, author);
            } else {
                members.changeAndSettle(id, form.version, draft, author);
            }
            flash.say("family.changed");
            return to(id);
        } catch (NoKkTakenException e) {
            return taken(e, id, form, errors);
        } catch (ChangedMeanwhileException e) {
            return meanwhile(id, form);
        }
    }

    @GET
    @Path("/{id}/hapus")
    public TemplateInstance askRemoval(UUID id) {
        return Templates.removal(found(id), null);
    }

    @POST
    @Path("/{id}/hapus")
    public Response remove(UUID id, @RestForm int version, @RestForm String reason) {
        if (reason == null || reason.isBlank()) {
            return again(UNPROCESSABLE, Templates.removal(found(id), texts.of("form.required")));
        }
        families.remove(id, version, reason.strip(), Author.byForm(account));
        flash.say("family.removed");
        return Response.seeOther(URI.create("/keluarga")).build();
    }

    private Response taken(NoKkTakenException e, UUID id, FamilyForm form, FieldErrors errors) {
        errors.add("noKk", texts.of("refusal." + e.code()));
        Family holder = Family.findByNoKk(e.noKk()).orElse(null);
        return again(CONFLICT, new Sheet(id, form, errors, holder, null));
    }

    /** What was typed stays; saving again takes it. */
    private Response meanwhile(UUID id, FamilyForm form) {
        Resident.getEntityManager().clear();
        form.version = found(id).version;
        FieldChange last = FieldChange.listBySubject(Subject.FAMILY, id, 1).stream()
                .findFirst()
                .orElse(null);
        return again(CONFLICT, new Sheet(id, form, FieldErrors.none(), null, last));
    }

    private static Response again(int status, Sheet sheet) {
        return again(status, Templates.form(sheet));
    }

    private static Response again(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/keluarga/" + id)).build();
    }

    private static Family found(UUID id) {
        return Family.<Family>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }
}
