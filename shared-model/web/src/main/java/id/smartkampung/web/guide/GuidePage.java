package id.smartkampung.web.guide;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The officers' guide, open to everybody: who cannot log in needs it most. */
@Path("/panduan")
@Blocking
@PermitAll
public class GuidePage {

    private final Guide guide;

    GuidePage(Guide guide) {
        this.guide = guide;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance guide(GuideTopic topic, boolean index);

        private Templates() {}
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance index() {
        return topic(Guide.INDEX);
    }

    @GET
    @Path("/{topic}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance topic(String topic) {
        GuideTopic found = guide.topic(topic).orElseThrow(NotFoundException::new);
        return Templates.guide(found, found.name().equals(Guide.INDEX));
    }

    @GET
    @Path("/images/{name}")
    @Produces({"image/png", "image/jpeg", "image/svg+xml"})
    public Response image(String name) {
        byte[] bytes = guide.image(name).orElseThrow(NotFoundException::new);
        return Response.ok(bytes, type(name))
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    private static String type(String name) {
        if (name.endsWith(".svg")) {
            return "image/svg+xml";
        }
        return name.endsWith(".jpg") ? "image/jpeg" : "image/png";
    }
}
