package id.smartkampung.district.client;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/** Where the admin of the regency lets programs of other agencies call, and shuts them out. */
@Path("/klien")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class ClientPage {

    private static final int UNPROCESSABLE = 422;

    private final ClientService service;
    private final ClientQueries clients;
    private final ClientConfig config;
    private final Validator validator;
    private final Texts texts;
    private final Flash flash;

    ClientPage(
            ClientService service,
            ClientQueries clients,
            ClientConfig config,
            Validator validator,
            Texts texts,
            Flash flash) {
        this.service = service;
        this.clients = clients;
        this.config = config;
        this.validator = validator;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "client")
    static class Templates {

        static native TemplateInstance list(List<ClientRow> rows, ClientForm form, FieldErrors errors);

        static native TemplateInstance secret(Client client, String secret, String address, long overlapDays);

        static native TemplateInstance revoke(Client client);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(clients.all(), new ClientForm(), FieldErrors.none());
    }

    @POST
    public Response create(@BeanParam ClientForm form, @Context UriInfo uri) {
        FieldErrors errors = form.check(FieldErrors.of(validator.validate(form)), texts);
        if (!errors.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.list(clients.all(), form, errors))
                    .build();
        }
        return service.create(form)
                .map(secret -> shown(form.clientId, secret, uri))
                .orElseGet(() -> {
                    flash.say("client.created");
                    return back();
                });
    }

    @POST
    @Path("{id}/rahasia")
    public Response rotate(String id, @Context UriInfo uri) {
        return shown(id, service.rotate(id), uri);
    }

    /** Asks once more: a client that was shut out by mistake needs a new name and a new secret. */
    @GET
    @Path("{id}/cabut")
    public TemplateInstance askToRevoke(String id) {
        return Templates.revoke(clients.find(id).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("{id}/cabut")
    public Response revoke(String id) {
        service.revoke(id);
        flash.say("client.revoked");
        return back();
    }

    /** The only page on which the secret ever stands, so nobody keeps it. */
    private Response shown(String id, String secret, UriInfo uri) {
        URI hub = config.address().orElseGet(() -> uri.getBaseUri().resolve("/"));
        String page = Templates.secret(
                        clients.find(id).orElseThrow(NotFoundException::new),
                        secret,
                        hub.resolve("/oauth/token").toString(),
                        config.secretOverlap().toDays())
                .render();
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/klien")).build();
    }
}
