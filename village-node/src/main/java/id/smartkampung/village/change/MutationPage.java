package id.smartkampung.village.change;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.RegisterRights;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

/** One mutation: what is known of it, and its undoing. */
@Path("/peristiwa")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MutationPage {

    private final UndoService undoing;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    MutationPage(UndoService undoing, CurrentAccount account, Texts texts, Flash flash) {
        this.undoing = undoing;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What the page shows.
     *
     * @param family the family when it happened, if it is still there
     * @param together the others who moved with this person
     */
    public record Sheet(
            Mutation mutation,
            Resident resident,
            Family family,
            List<Together> together,
            boolean writable,
            String error,
            String reason) {}

    /** Somebody who moved along. */
    public record Together(Mutation mutation, String name) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "change")
    static class Templates {

        static native TemplateInstance detail(Sheet sheet);

        private Templates() {}
    }

    @GET
    @Path("/{id}")
    public TemplateInstance detail(UUID id) {
        return Templates.detail(sheet(id, null, ""));
    }

    /** Undoes it; what was typed as a reason stays when that is refused. */
    @POST
    @Path("/{id}/batal")
    @RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
    public Response undo(UUID id, @RestForm int version, @RestForm String alasan) {
        try {
            undoing.undo(id, version, alasan, Author.byForm(account));
        } catch (RefusedException e) {
            Mutation.getEntityManager().clear();
            Sheet sheet = sheet(id, texts.of("refusal." + e.code()), alasan == null ? "" : alasan);
            return Response.status(e.status()).entity(Templates.detail(sheet)).build();
        }
        flash.say("mutation.was-undone");
        return Response.seeOther(URI.create("/peristiwa/" + id)).build();
    }

    private Sheet sheet(UUID id, String error, String reason) {
        Mutation mutation = Mutation.<Mutation>findByIdOptional(id).orElseThrow(NotFoundException::new);
        return new Sheet(
                mutation,
                Resident.findById(mutation.residentId),
                mutation.familyId == null ? null : Family.findById(mutation.familyId),
                together(mutation),
                RegisterRights.mayWrite(account),
                error,
                reason);
    }

    private static List<Together> together(Mutation mutation) {
        if (mutation.groupId == null) {
            return List.of();
        }
        return Mutation.<Mutation>list("groupId = ?1 and id <> ?2 order by id", mutation.groupId, mutation.id).stream()
                .map(other -> new Together(other, Resident.<Resident>findById(other.residentId).fullName))
                .toList();
    }
}
