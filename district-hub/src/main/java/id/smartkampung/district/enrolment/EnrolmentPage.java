package id.smartkampung.district.enrolment;

import id.smartkampung.district.outbox.BrokerRefusedException;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Where the admin of the regency lets villages join and shuts them out. */
@Path("/sambungan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class EnrolmentPage {

    private static final int UNAVAILABLE = 503;

    private final EnrolmentService enrolment;
    private final EnrolmentQueries memberships;
    private final CertificateNews news;
    private final EnrolmentConfig config;
    private final Flash flash;

    EnrolmentPage(
            EnrolmentService enrolment,
            EnrolmentQueries memberships,
            CertificateNews news,
            EnrolmentConfig config,
            Flash flash) {
        this.news = news;
        this.config = config;
        this.enrolment = enrolment;
        this.memberships = memberships;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "enrolment")
    static class Templates {

        static native TemplateInstance villages(List<Membership> villages, long joined, CertificateNews.Progress news);

        static native TemplateInstance code(Membership village, String code, String hub, boolean open);

        static native TemplateInstance revoke(Membership village);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        List<Membership> villages = memberships.all();
        return Templates.villages(
                villages, villages.stream().filter(Membership::isInside).count(), news.progress());
    }

    /** The only page on which the code ever stands, so nobody keeps it. */
    @POST
    @Path("{node}/kode")
    public RestResponse<String> invite(NodeId node, @Context UriInfo uri) {
        require(node);
        EnrolmentCode code = enrolment.invite(node);
        String page = Templates.code(
                        require(node),
                        code.text(),
                        config.address()
                                .orElseGet(() -> uri.getBaseUri().resolve("/"))
                                .toString(),
                        !code.knowsCertificate())
                .render();
        return RestResponse.ResponseBuilder.ok(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Asks once more: a village that was shut out by mistake needs a new code and a visit. */
    @GET
    @Path("{node}/cabut")
    public TemplateInstance askToRevoke(NodeId node) {
        return Templates.revoke(require(node));
    }

    @POST
    @Path("{node}/cabut")
    public Response revoke(NodeId node) {
        require(node);
        try {
            enrolment.revoke(node);
        } catch (BrokerRefusedException e) {
            Log.warnf("a village is not shut out: %s", e.getMessage());
            throw new RefusedException(UNAVAILABLE, "enrolment.broker");
        }
        flash.say("enrolment.revoked");
        return Response.seeOther(URI.create("/sambungan")).build();
    }

    private Membership require(NodeId node) {
        return memberships.find(node).orElseThrow(NotFoundException::new);
    }
}
