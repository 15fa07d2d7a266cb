package id.smartkampung.district.trust;

import id.smartkampung.district.trust.KeyQueries.Listed;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Flash;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The keys of one village, and the way to end one that is in the wrong hands. */
@Path("/kunci/{node}")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.ADMIN, Roles.DISPERMADES})
public class KeyPage {

    private final KeyQueries keys;
    private final RevocationService revocation;
    private final CurrentAccount account;
    private final Flash flash;

    KeyPage(KeyQueries keys, RevocationService revocation, CurrentAccount account, Flash flash) {
        this.keys = keys;
        this.revocation = revocation;
        this.account = account;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "trust")
    static class Templates {

        static native TemplateInstance keys(NodeId node, String village, List<Listed> keys, boolean revokes);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(NodeId node) {
        String village = keys.nameOf(node).orElseThrow(NotFoundException::new);
        return Templates.keys(node, village, keys.of(node), account.is(Roles.ADMIN));
    }

    @POST
    @Path("cabut")
    @RolesAllowed(Roles.ADMIN)
    public Response revoke(
            NodeId node, @RestForm @DefaultValue("") String kunci, @RestForm @DefaultValue("") String alasan) {
        LogPosition from = revocation.revoke(node, kunci, alasan);
        flash.say("trust.revoked", from.sequence());
        return Response.seeOther(URI.create("/kunci/" + node)).build();
    }
}
