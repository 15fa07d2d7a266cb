package id.smartkampung.district.signer;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;

/** The certificate of the authority and its list, for whoever validates a signature. */
@Path("/ca")
@Blocking
@PermitAll
public class AuthorityPage {

    private final AuthorityKey authority;
    private final SignerQueries signers;
    private final Clock clock;

    AuthorityPage(AuthorityKey authority, SignerQueries signers, Clock clock) {
        this.authority = authority;
        this.signers = signers;
        this.clock = clock;
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
        return authority.get().revocations(signers.revoked(), signers.nextListNumber(), clock.instant());
    }
}
