package id.smartkampung.district.webhook;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Caller;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.feed.Reach;
import id.smartkampung.district.webhook.DeliveryView.AttemptView;
import id.smartkampung.web.error.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a program lets itself be called when something changed. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@RolesAllowed({Scopes.REQUESTS, Scopes.RESIDENTS_MIN, Scopes.RESIDENTS_NIK})
@Blocking
public class WebhooksResource {

    private static final String PLACE = "/api/v1/webhooks/";
    private static final int FORBIDDEN = 403;

    private final WebhookService service;
    private final WebhookTable webhooks;
    private final MessageTable messages;
    private final Reach reach;
    private final Caller caller;

    WebhooksResource(WebhookService service, WebhookTable webhooks, MessageTable messages, Reach reach, Caller caller) {
        this.service = service;
        this.webhooks = webhooks;
        this.messages = messages;
        this.reach = reach;
        this.caller = caller;
    }

    /** What is asked for. */
    @Schema(name = "WebhookOrder", description = "An address to be called.")
    public record WebhookOrder(
            @Schema(description = "Of https, at port 443 or 8443, on the open internet.", required = true)
            String url,

            @Schema(
                    description = "`residents`, `families`, `requests`, `mutations`; all that the caller may see when"
                            + " absent.",
                    nullable = true)
            List<String> types,

            @Schema(description = "Only of this area.", examples = "35.10.01", nullable = true)
            String area,

            @Schema(
                    description = "The cursor of the change feed or of an export behind which it begins; with what"
                            + " changes from now on when absent.",
                    nullable = true)
            String after) {}

    /** The webhooks of a caller. */
    @Schema(name = "WebhookList", description = "The webhooks of the caller, the oldest first.")
    public record WebhookList(List<WebhookView> items) {}

    /** What is to be sent once more. */
    @Schema(name = "WebhookReplay", description = "What is to be sent once more.")
    public record ReplayOrder(
            @Schema(
                    description = "Of what was given up only what was made since then; all when absent.",
                    nullable = true)
            Instant since) {}

    /** How much is sent once more. */
    @Schema(name = "WebhookReplayed", description = "How many messages are sent once more.")
    public record Replayed(int messages) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Lets an address be called when something changed",
            description = """
                    Messages follow Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` \
                    (`v1` HMAC-SHA256, `v1a` Ed25519). Their `data` is the line of the change feed without the row: \
                    position, type, subject, and in `href` where the row can be read. They hold nothing of a person.

                    A message counts as accepted with 2xx within 15 seconds. Others are tried again, ten times within \
                    three days; 410 stops the webhook. Each is delivered at least once, so keep `webhook-id`. \
                    `number` has no hole. Messages are sent in the order of the feed, but one that failed comes \
                    later: go by (`epoch`, `seq`) of its `node`, never by the order of arrival.
                    """)
    @APIResponse(
            responseCode = "201",
            description = "It is called from now on. The keys are shown only here.",
            content = @Content(schema = @Schema(implementation = WebhookView.WithKey.class)))
    public Response create(WebhookOrder order) {
        WebhookOrder wanted = order == null ? new WebhookOrder(null, null, null, null) : order;
        Reach.Part part = reach.part(new Asked(), wanted.types(), wanted.area());
        String url = wanted.url() == null ? "" : wanted.url();
        WebhookService.Made made = service.create(client(), url, part, wanted.after());
        return Response.created(URI.create(PLACE + made.webhook().id()))
                .entity(withKey(made))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The webhooks of the caller, the oldest first")
    public WebhookList list() {
        return new WebhookList(
                webhooks.of(client()).stream().map(WebhookView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "A webhook, and how its deliveries go")
    public WebhookView one(UUID id) {
        return WebhookView.of(find(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteWebhook", summary = "Ends a webhook, with its log")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void delete(UUID id) {
        service.delete(find(id));
    }

    @POST
    @Path("{id}/rotate")
    @Operation(
            operationId = "rotateWebhook",
            summary = "Makes a new key",
            description = "For 24 hours messages are signed with the key before as well, so that nothing is missed.")
    public WebhookView.WithKey rotate(UUID id) {
        return withKey(service.rotate(find(id)));
    }

    @POST
    @Path("{id}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Makes one call of type `webhook.test`, and says what came of it",
            description = "Also of one that is stopped, unless an admin did. It is not tried again.")
    public AttemptView test(UUID id) {
        return AttemptView.of(service.test(mayBeCalled(id)).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("{id}/start")
    @Operation(
            operationId = "startWebhook",
            summary = "Calls a stopped webhook again",
            description = "What waited goes out, and what changed meanwhile follows.")
    public WebhookView start(UUID id) {
        service.start(mayBeCalled(id));
        return WebhookView.of(find(id));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replayWebhook", summary = "Sends once more what was given up")
    public Replayed replay(UUID id, ReplayOrder order) {
        Instant since = order == null || order.since() == null ? Instant.EPOCH : order.since();
        return new Replayed(service.replayFailed(find(id), since));
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "The log of deliveries, the newest first",
            description = "What has ended is kept for 30 days.")
    public RestResponse<Slice<DeliveryView>> deliveries(
            UUID id,
            @Parameter(schema = @Schema(implementation = Message.State.class)) @RestQuery String state,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        Message.State wanted = asked.constant(Message.State.class, "state", state);
        Cursor after = asked.cursor(paging.cursor, 1);
        asked.check();
        long before = after == null ? Long.MAX_VALUE : after.number(0);
        List<Message> rows = messages.of(find(id).id(), before, wanted, most + 1);
        return Slice.of(rows, most, DeliveryView::cursor).map(DeliveryView::of).answer(uri);
    }

    @GET
    @Path("{id}/deliveries/{message}")
    @Operation(operationId = "getWebhookDelivery", summary = "A message, and each attempt to deliver it")
    public DeliveryView.Detail delivery(UUID id, String message) {
        Message found = message(id, message);
        return new DeliveryView.Detail(
                DeliveryView.of(found),
                found.body(),
                messages.attempts(message).stream().map(AttemptView::of).toList());
    }

    @POST
    @Path("{id}/deliveries/{message}/replay")
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Sends a message once more, under the same `webhook-id`",
            description = "Also one that was accepted.")
    public DeliveryView again(UUID id, String message) {
        service.replay(message(id, message));
        return DeliveryView.of(message(id, message));
    }

    private static WebhookView.WithKey withKey(WebhookService.Made made) {
        return WebhookView.WithKey.of(made.webhook(), made.key());
    }

    private Webhook find(UUID id) {
        String client = client();
        return webhooks.find(id)
                .filter(webhook -> webhook.clientId().equals(client))
                .orElseThrow(NotFoundException::new);
    }

    /** What an admin stopped its client does not have called. */
    private Webhook mayBeCalled(UUID id) {
        Webhook webhook = find(id);
        if (webhook.reason() == Webhook.Reason.ADMIN) {
            throw new RefusedException(FORBIDDEN, "webhook.stopped-by-admin");
        }
        return webhook;
    }

    private Message message(UUID id, String message) {
        return messages.find(find(id).id(), message).orElseThrow(NotFoundException::new);
    }

    /** An officer has pages that move by themselves. */
    private String client() {
        return caller.client().orElseThrow(() -> new RefusedException(FORBIDDEN, "webhook.clients-only"));
    }
}
