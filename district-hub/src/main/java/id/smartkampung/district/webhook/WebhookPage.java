package id.smartkampung.district.webhook;

import id.smartkampung.district.outgoing.Answer.Outcome;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Flash;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where the admin of the regency sees whom this hub calls and how that goes, and stops it. */
@Path("/webhook")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class WebhookPage {

    private static final int SHOWN = 50;

    private final WebhookService service;
    private final WebhookTable webhooks;
    private final MessageTable messages;
    private final Flash flash;

    WebhookPage(WebhookService service, WebhookTable webhooks, MessageTable messages, Flash flash) {
        this.service = service;
        this.webhooks = webhooks;
        this.messages = messages;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "webhook")
    static class Templates {

        static native TemplateInstance list(List<Webhook> rows);

        static native TemplateInstance webhook(Webhook webhook, List<Message> deliveries);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(webhooks.all());
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id) {
        return Templates.webhook(find(id), messages.of(id, Long.MAX_VALUE, null, SHOWN));
    }

    @POST
    @Path("{id}/uji")
    public Response test(UUID id) {
        Outcome outcome =
                service.test(find(id)).orElseThrow(NotFoundException::new).outcome();
        flash.say(outcome == Outcome.ACCEPTED ? "webhook.test-ok" : "webhook.test-failed");
        return back(id);
    }

    @POST
    @Path("{id}/henti")
    public Response stop(UUID id) {
        service.stop(find(id));
        flash.say("webhook.stopped");
        return back(id);
    }

    @POST
    @Path("{id}/jalan")
    public Response start(UUID id) {
        service.start(find(id));
        flash.say("webhook.started");
        return back(id);
    }

    @POST
    @Path("{id}/ulang")
    public Response replay(UUID id) {
        flash.say("webhook.replayed", service.replayFailed(find(id), Instant.EPOCH));
        return back(id);
    }

    private Webhook find(UUID id) {
        return webhooks.find(id).orElseThrow(NotFoundException::new);
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/webhook/" + id)).build();
    }
}
