package id.smartkampung.district.signer;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Flash;
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
import org.jboss.resteasy.reactive.RestForm;

/** Who asks for a certificate to sign letters of a village: a person looks, gives it, takes it back. */
@Path("/penanda-tangan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.ADMIN, Roles.DISPERMADES})
public class SignerPage {

    private final SignerQueries signers;
    private final SignerService service;
    private final Flash flash;

    SignerPage(SignerQueries signers, SignerService service, Flash flash) {
        this.signers = signers;
        this.service = service;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "signer")
    static class Templates {

        static native TemplateInstance list(List<SignerQueries.Signer> signers);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(signers.all());
    }

    @POST
    @Path("/{node}/{key}/sahkan")
    public Response certify(NodeId node, UUID key) {
        service.certify(node, key);
        flash.say("signer.certified");
        return back();
    }

    @POST
    @Path("/{node}/{key}/cabut")
    public Response revoke(NodeId node, UUID key, @RestForm String alasan) {
        service.revoke(node, key, alasan);
        flash.say("signer.revoked");
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/penanda-tangan")).build();
    }
}
