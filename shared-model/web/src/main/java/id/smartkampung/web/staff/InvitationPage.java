package id.smartkampung.web.staff;

import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.login.Passwords;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a one-time link leads: the person sets a password. */
@Path("/awal")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class InvitationPage {

    private static final int UNPROCESSABLE = 422;

    private final AccountService accounts;
    private final Passwords passwords;
    private final Texts texts;
    private final Flash flash;

    InvitationPage(AccountService accounts, Passwords passwords, Texts texts, Flash flash) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance welcome(AccountRow account, String code, FieldErrors errors);

        private Templates() {}
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String kode) {
        return Templates.welcome(accounts.invited(kode).orElse(null), kode, FieldErrors.none());
    }

    @POST
    public Response accept(
            @RestForm @DefaultValue("") String kode,
            @RestForm @DefaultValue("") String sandi,
            @RestForm @DefaultValue("") String ulang) {
        Optional<AccountRow> account = accounts.invited(kode);
        Optional<String> complaint = account.flatMap(row -> passwords.complaint(sandi, ulang, row.username()));
        if (account.isEmpty() || complaint.isPresent()) {
            FieldErrors errors = FieldErrors.none();
            complaint.ifPresent(key -> errors.add("sandi", texts.of(key)));
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.welcome(account.orElse(null), kode, errors))
                    .build();
        }
        accounts.acceptInvitation(kode, sandi);
        flash.say("password.set");
        return Response.seeOther(URI.create("/masuk")).build();
    }
}
