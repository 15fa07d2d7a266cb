package id.smartkampung.district.proof;

import id.smartkampung.district.outbox.HubKeys;
import id.smartkampung.district.proof.ProofQueries.LastProof;
import id.smartkampung.district.status.VillageQueries;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.Certificate;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.layout.Flash;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** What people can do about the proof of a village; whoever sees it may ask, since asking changes nothing. */
@Path("/bukti")
@Blocking
@Authenticated
public class ProofPage {

    private final ProofService service;
    private final ProofQueries proofs;
    private final HubKeys keys;
    private final VillageQueries villages;
    private final CurrentAccount account;
    private final Flash flash;

    ProofPage(
            ProofService service,
            ProofQueries proofs,
            HubKeys keys,
            VillageQueries villages,
            CurrentAccount account,
            Flash flash) {
        this.service = service;
        this.proofs = proofs;
        this.keys = keys;
        this.villages = villages;
        this.account = account;
        this.flash = flash;
    }

    /** Asks the village to say now what it holds. */
    @POST
    @Path("{node}")
    public Response ask(NodeId node) {
        requireVisible(node);
        service.ask(node);
        flash.say("proof.asked");
        return Response.seeOther(URI.create("/desa/" + node)).build();
    }

    /** What both sides have signed about the last proof, for {@code deploy/verify.sh}. */
    @GET
    @Path("{node}/sertifikat")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<String> certificate(NodeId node) {
        requireVisible(node);
        LastProof last = proofs.lastProof(node).orElseThrow(NotFoundException::new);
        Certificate certificate = Certificate.signed(
                last.proven(), last.provenAt(), last.explained(), last.villageSignature(), keys.current());
        String name = "bukti-" + node + "-" + last.proven().position().sequence() + ".json";
        return RestResponse.ResponseBuilder.ok(certificate.toJson())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private void requireVisible(NodeId node) {
        boolean visible = villages.find(node)
                .filter(village -> VisibleArea.of(account).contains(village.desa()))
                .isPresent();
        if (!visible) {
            throw new NotFoundException();
        }
    }
}
