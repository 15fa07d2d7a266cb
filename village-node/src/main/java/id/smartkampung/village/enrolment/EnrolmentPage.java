package id.smartkampung.village.enrolment;

import id.smartkampung.village.enrolment.EnrolmentService.Connection;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;

/** Where the admin of the village connects this server with its district. */
@Path("/sambungkan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class EnrolmentPage {

    private static final int UNPROCESSABLE = 422;

    private final EnrolmentService enrolment;
    private final Texts texts;
    private final Flash flash;

    EnrolmentPage(EnrolmentService enrolment, Texts texts, Flash flash) {
        this.enrolment = enrolment;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "enrolment")
    static class Templates {

        static native TemplateInstance join(Connection connection, String address, String complaint);

        private Templates() {}
    }

    @GET
    public TemplateInstance show() {
        Connection connection = enrolment.connection().orElse(null);
        return Templates.join(connection, connection == null ? "" : connection.hub(), null);
    }

    @POST
    public Response join(@RestForm @DefaultValue("") String alamat, @RestForm @DefaultValue("") String kode) {
        try {
            enrolment.join(alamat, kode);
        } catch (JoinFailure e) {
            Log.warnf(e, "this server could not join at %s", alamat);
            String complaint = texts.of("join." + e.reason().name().toLowerCase(Locale.ROOT));
            // The code is not given back: it would stand in the history of the browser.
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.join(enrolment.connection().orElse(null), alamat, complaint))
                    .build();
        }
        flash.say("join.done");
        return Response.seeOther(URI.create("/sambungkan")).build();
    }

    @POST
    @Path("kunci")
    public Response changeKey() {
        enrolment.changeKey();
        flash.say("join.key-changed");
        return Response.seeOther(URI.create("/sambungkan")).build();
    }
}
