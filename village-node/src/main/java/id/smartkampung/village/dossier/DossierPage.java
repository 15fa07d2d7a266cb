package id.smartkampung.village.dossier;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** What a person gets who asks what the village holds of them, and who saw it; whoever gives it leaves a trace. */
@Path("/penduduk/{id}/salinan")
@Blocking
@RolesAllowed({Roles.SEKDES, Roles.ADMIN})
public class DossierPage {

    private static final int UNPROCESSABLE = 422;
    private static final int LAST = 30;

    private final DossierService service;
    private final DossierFile file;
    private final DossierRights rights;

    DossierPage(DossierService service, DossierFile file, DossierRights rights) {
        this.service = service;
        this.file = file;
        this.rights = rights;
    }

    /**
     * What the page shows.
     *
     * @param seen the last ones, the newest first
     */
    public record Sheet(UUID id, String name, List<Section> sections, List<Seen> seen) {

        static Sheet of(Dossier dossier) {
            List<Seen> newest = new ArrayList<>(dossier.seen());
            Collections.reverse(newest);
            return new Sheet(
                    dossier.id(),
                    dossier.name(),
                    dossier.sections(),
                    newest.stream().limit(LAST).toList());
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "dossier")
    static class Templates {

        static native TemplateInstance dossier(Sheet sheet);

        private Templates() {}
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask(UUID id) {
        requireAllParts();
        return Templates.dossier(Sheet.of(service.look(id)));
    }

    /** Everything in the clear, with a reason. */
    @POST
    public Response give(UUID id, @RestForm String alasan) {
        if (alasan == null || alasan.isBlank()) {
            throw new RefusedException(UNPROCESSABLE, "reason-missing");
        }
        requireAllParts();
        Dossier dossier = service.give(id, alasan.strip());
        StreamingOutput body = out -> file.write(dossier, out);
        return Response.ok(body)
                .type("application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"salinan-data-pribadi.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void requireAllParts() {
        if (!rights.isGiving()) {
            throw new ForbiddenException();
        }
    }
}
