package id.smartkampung.web.login;

import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.layout.Flash;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The way out: ends the session in the store and takes the cookie back. */
@Path("/keluar")
@Blocking
@PermitAll
public class LogoutPage {

    private final Sessions sessions;
    private final SessionMechanism cookies;
    private final Audit audit;
    private final Flash flash;

    LogoutPage(Sessions sessions, SessionMechanism cookies, Audit audit, Flash flash) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.audit = audit;
        this.flash = flash;
    }

    @POST
    public Response logout(RoutingContext request) {
        String token = cookies.token(request);
        if (token != null && sessions.officer(token).isPresent()) {
            sessions.end(token);
            audit.record("logout", "session");
        }
        cookies.takeCookie(request);
        flash.say("logout.done");
        return Response.seeOther(URI.create("/masuk"))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }
}
