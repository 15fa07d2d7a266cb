package id.smartkampung.web.staff;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Feature;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.text.Choice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where the admin binds an account to parts of the program and of the village. */
@Path("/akun-pengguna/{id}/batas")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class BoundsPage {

    private final BoundsService bounds;
    private final Program program;
    private final Flash flash;

    BoundsPage(BoundsService bounds, Program program, Flash flash) {
        this.bounds = bounds;
        this.program = program;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance bounds(BoundsService.Bound account, List<Feature> features, List<Choice> areas);

        private Templates() {}
    }

    @GET
    public TemplateInstance show(UUID id) {
        return Templates.bounds(bounds.of(id), program.features(), program.reaches());
    }

    @POST
    public Response change(UUID id, @BeanParam BoundsForm form) {
        bounds.change(id, form.features(), form.areas());
        flash.say("account.bounds-saved");
        return Response.seeOther(URI.create("/akun-pengguna")).build();
    }
}
