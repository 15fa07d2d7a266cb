package id.smartkampung.web.error;

import id.smartkampung.web.account.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

/** Fails in every way there is. */
@Path("/{at: api/v1/probe|gagal}")
@PermitAll
public class ProbeResource {

    @GET
    @Path("/refused")
    public String refused() {
        throw new RefusedException("account-exists");
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret 3510076104720003");
    }

    @GET
    @Path("/invalid")
    public String invalid(@RestQuery @Max(3) int limit) {
        return "";
    }

    @GET
    @Path("/closed")
    @RolesAllowed(Roles.ADMIN)
    public String closed() {
        return "";
    }
}
