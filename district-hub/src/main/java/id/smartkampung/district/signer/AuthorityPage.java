package id.smartkampung.district.signer;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The certificate of the authority and its list, for whoever validates a signature. */
@Path("/ca")
@Blocking
@PermitAll
public class AuthorityPage {

    private final AuthorityKey authority;
    private final RevocationService revocations;

    AuthorityPage(AuthorityKey authority, RevocationService revocations) {
        this.authority = authority;
        this.revocations = revocations;
    }

    @GET
    @Path("/sertifikat.pem")
    @Produces("application/x-pem-file")
    public String certificate() {
        return authority.get().certificate();
    }

    @GET
    @Path("/dicabut.pem")
    @Produces("application/x-pem-file")
    public String revocations() {
        return revocations.current();
    }
}
