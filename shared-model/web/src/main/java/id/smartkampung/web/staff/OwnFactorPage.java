package id.smartkampung.web.staff;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.factor.SecondFactors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.login.LoginService;
import id.smartkampung.web.login.PaperCodes;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** One's own second factor: new codes for paper, or another phone; either needs a code of the phone of today. */
@Path("/akun/kode")
@Produces(MediaType.TEXT_HTML)
@Blocking
@Authenticated
public class OwnFactorPage {

    private static final int UNPROCESSABLE = 422;

    private final AccountService accounts;
    private final SecondFactors factors;
    private final LoginService logins;
    private final CurrentAccount current;
    private final Texts texts;
    private final Flash flash;

    OwnFactorPage(
            AccountService accounts,
            SecondFactors factors,
            LoginService logins,
            CurrentAccount current,
            Texts texts,
            Flash flash) {
        this.accounts = accounts;
        this.factors = factors;
        this.logins = logins;
        this.current = current;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance factor(boolean setUp, boolean asked, long left, String complaint);

        private Templates() {}
    }

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    @POST
    @Path("/pemulihan")
    public Response renew(@RestForm @DefaultValue("") String kode, RoutingContext request) {
        if (!confirmed(kode, request)) {
            return wrong();
        }
        return PaperCodes.shown(accounts.renewCodes(officer()), "/akun/kode");
    }

    @POST
    @Path("/ponsel")
    public Response changePhone(@RestForm @DefaultValue("") String kode, RoutingContext request) {
        if (!confirmed(kode, request)) {
            return wrong();
        }
        accounts.changePhone(officer());
        flash.say("second-factor.removed");
        return Response.seeOther(URI.create("/masuk")).build();
    }

    private boolean confirmed(String code, RoutingContext request) {
        return logins.confirmCode(
                officer(), code, request.request().remoteAddress().hostAddress());
    }

    private Response wrong() {
        return Response.status(UNPROCESSABLE)
                .entity(page(texts.of("login.code-wrong")))
                .build();
    }

    private TemplateInstance page(String complaint) {
        Officer officer = officer();
        return Templates.factor(
                factors.isSetUp(officer.id()),
                factors.isAsked(officer.role()),
                factors.codesLeft(officer.id()),
                complaint);
    }

    private Officer officer() {
        return current.officer().orElseThrow(NotFoundException::new);
    }
}
