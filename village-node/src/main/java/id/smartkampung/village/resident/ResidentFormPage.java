package id.smartkampung.village.resident;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.history.FieldChange;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.NikTakenException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Enters a person, changes one, takes one out. */
@Path("/penduduk")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class ResidentFormPage {

    private static final Set<String> OF_STATUS =
            Set.of("resident-status-by-mutation", "resident-merged", "resident-handed-over");
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final String VERSION = "version";

    private final ResidentService residents;
    private final ResidentFormGroups groups;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;

    ResidentFormPage(
            ResidentService residents,
            ResidentFormGroups groups,
            CurrentAccount account,
            Audit audit,
            Texts texts,
            Flash flash) {
        this.residents = residents;
        this.groups = groups;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What the form page shows.
     *
     * @param resident who is changed; null for a new person
     * @param holder who has the NIK that was typed; null if nobody
     * @param meanwhile what somebody else changed since the form was opened; null if nothing
     */
    public record Sheet(
            Resident resident,
            int version,
            List<FormGroup> groups,
            int errors,
            Resident holder,
            FieldChange meanwhile) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "resident")
    static class Templates {

        static native TemplateInstance form(Sheet sheet);

        static native TemplateInstance removal(Resident resident, String reason, String error);

        private Templates() {}
    }

    @GET
    @Path("/baru")
    public TemplateInstance blank(@RestQuery UUID keluarga) {
        Family family = keluarga == null ? null : Family.findById(keluarga);
        ResidentForm form = ResidentForm.blank(family);
        form.preset("baseStatus", BaseStatus.ALIVE);
        form.preset("residency", Residency.PERMANENT);
        return Templates.form(new Sheet(null, 0, groups.of(form, null), 0, null, null));
    }

    @POST
    @Path("/baru")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> sent) {
        ResidentForm form = ResidentForm.typed(sent);
        ResidentDraft draft = form.toDraft(null, texts);
        if (!form.errors().isEmpty()) {
            return again(UNPROCESSABLE, null, 0, form, null);
        }
        try {
            Resident resident = residents.register(draft, Author.byForm(account));
            flash.say("resident.registered");
            return to(resident.id);
        } catch (NikTakenException e) {
            return taken(e, null, 0, form);
        }
    }

    /** The form shows what is masked elsewhere, so opening it leaves a trace. */
    @GET
    @Path("/{id}/ubah")
    public TemplateInstance edit(UUID id) {
        Resident resident = found(id);
        audit.record("form-opened", new Subject(Subject.RESIDENT, id).toString());
        ResidentForm form = ResidentForm.of(resident, familyOf(resident));
        return Templates.form(new Sheet(resident, resident.version, groups.of(form, null), 0, null, null));
    }

    @POST
    @Path("/{id}/ubah")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> sent) {
        Resident resident = found(id);
        int version = version(sent);
        ResidentForm form = ResidentForm.typed(sent);
        ResidentDraft draft = form.toDraft(familyOf(resident), texts);
        if (!form.errors().isEmpty()) {
            return again(UNPROCESSABLE, resident, version, form, null);
        }
        try {
            residents.change(id, version, draft, Author.byForm(account));
            flash.say("resident.changed");
            return to(id);
        } catch (NikTakenException e) {
            return taken(e, resident, version, form);
        } catch (ChangedMeanwhileException e) {
            return meanwhile(id, form);
        } catch (RefusedException e) {
            if (!OF_STATUS.contains(e.code())) {
                throw e;
            }
            Resident.getEntityManager().clear();
            // Of who lives here the form shows no status, but whether for good.
            String field = resident.isCounted() ? "residency" : "baseStatus";
            form.errors().add(field, texts.of("refusal." + e.code()));
            return again(e.status(), found(id), version, form, null);
        }
    }

    @GET
    @Path("/{id}/hapus")
    public TemplateInstance askRemoval(UUID id) {
        return Templates.removal(found(id), "", null);
    }

    @POST
    @Path("/{id}/hapus")
    public Response remove(UUID id, @RestForm int version, @RestForm String reason) {
        if (reason == null || reason.isBlank()) {
            TemplateInstance page = Templates.removal(found(id), "", texts.of("form.required"));
            return Response.status(UNPROCESSABLE).entity(page).build();
        }
        residents.remove(id, version, reason.strip(), Author.byForm(account));
        flash.say("resident.removed");
        return Response.seeOther(URI.create("/penduduk")).build();
    }

    private Response taken(NikTakenException e, Resident resident, int version, ResidentForm form) {
        form.errors().add("nik", texts.of("refusal." + e.code()));
        Resident holder = Resident.findByNik(e.nik()).orElse(null);
        return again(CONFLICT, resident, version, form, holder);
    }

    /** What was typed stays; beside it stands what is stored now, and saving again takes what was typed. */
    private Response meanwhile(UUID id, ResidentForm form) {
        Resident.getEntityManager().clear();
        Resident stored = found(id);
        List<FormGroup> fields = groups.of(form, ResidentForm.of(stored, familyOf(stored)));
        FieldChange last = FieldChange.listBySubject(Subject.RESIDENT, id, 1).stream()
                .findFirst()
                .orElse(null);
        Sheet sheet = new Sheet(stored, stored.version, fields, 0, null, last);
        return Response.status(CONFLICT).entity(Templates.form(sheet)).build();
    }

    private Response again(int status, Resident resident, int version, ResidentForm form, Resident holder) {
        Sheet sheet = new Sheet(
                resident, version, groups.of(form, null), form.errors().size(), holder, null);
        return Response.status(status).entity(Templates.form(sheet)).build();
    }

    private static int version(MultivaluedMap<String, String> sent) {
        try {
            return Integer.parseInt(String.valueOf(sent.getFirst(VERSION)));
        } catch (NumberFormatException e) {
            throw new ChangedMeanwhileException();
        }
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/penduduk/" + id)).build();
    }

    private static Resident found(UUID id) {
        return Resident.<Resident>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Family familyOf(Resident resident) {
        return resident.familyId == null ? null : Family.findById(resident.familyId);
    }
}
