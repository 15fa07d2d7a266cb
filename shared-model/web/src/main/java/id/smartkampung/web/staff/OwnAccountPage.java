package id.smartkampung.web.staff;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.login.LoginService;
import id.smartkampung.web.login.Passwords;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** One's own account: change the password. */
@Path("/akun")
@Produces(MediaType.TEXT_HTML)
@Blocking
@Authenticated
public class OwnAccountPage {

    private static final int UNPROCESSABLE = 422;

    private final AccountService accounts;
    private final LoginService logins;
    private final Passwords passwords;
    private final CurrentAccount current;
    private final Texts texts;
    private final Flash flash;

    OwnAccountPage(
            AccountService accounts,
            LoginService logins,
            Passwords passwords,
            CurrentAccount current,
            Texts texts,
            Flash flash) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.current = current;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance account(Officer officer, FieldErrors errors);

        private Templates() {}
    }

    @GET
    public TemplateInstance show() {
        return Templates.account(officer(), FieldErrors.none());
    }

    @POST
    public Response changePassword(
            @RestForm @DefaultValue("") String lama,
            @RestForm @DefaultValue("") String sandi,
            @RestForm @DefaultValue("") String ulang,
            RoutingContext request) {
        Officer officer = officer();
        FieldErrors errors = FieldErrors.none();
        passwords.complaint(sandi, ulang, officer.username()).ifPresent(key -> errors.add("sandi", texts.of(key)));
        String address = request.request().remoteAddress().hostAddress();
        if (errors.isEmpty() && !logins.confirm(officer, lama, address)) {
            errors.add("lama", texts.of("password.old-wrong"));
        }
        if (!errors.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.account(officer, errors))
                    .build();
        }
        accounts.changePassword(officer.id(), sandi);
        flash.say("password.set");
        return Response.seeOther(URI.create("/masuk")).build();
    }

    private Officer officer() {
        return current.officer().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }
}
