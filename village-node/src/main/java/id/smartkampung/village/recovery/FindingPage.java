package id.smartkampung.village.recovery;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where an officer settles what this server and the district hold differently after a restore. */
@Path("/percabangan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class FindingPage {

    private static final int CONFLICT = 409;

    private final FindingReader findings;
    private final FindingService service;
    private final Texts texts;
    private final Flash flash;

    FindingPage(FindingReader findings, FindingService service, Texts texts, Flash flash) {
        this.findings = findings;
        this.service = service;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "recovery")
    static class Templates {

        static native TemplateInstance findings(List<FindingReader.Shown> open, String refusal);

        private Templates() {}
    }

    @GET
    public TemplateInstance page() {
        return Templates.findings(findings.all(), null);
    }

    @POST
    @Path("/{id}/kabupaten")
    public Response takeTheirs(UUID id) {
        try {
            service.takeTheirs(id);
        } catch (RefusedException e) {
            return Response.status(CONFLICT)
                    .entity(Templates.findings(findings.all(), texts.of("refusal." + e.code())))
                    .build();
        }
        return decided("recovery.took-theirs");
    }

    @POST
    @Path("/{id}/desa")
    public Response keepOurs(UUID id) {
        service.keepOurs(id);
        return decided("recovery.kept-ours");
    }

    private Response decided(String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/percabangan")).build();
    }
}
