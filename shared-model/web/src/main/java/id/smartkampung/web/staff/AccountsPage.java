package id.smartkampung.web.staff;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Where the admin gives and takes accounts. */
@Path("/akun-pengguna")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class AccountsPage {

    private static final int UNPROCESSABLE = 422;

    private final AccountService accounts;
    private final Program program;
    private final Validator validator;
    private final Texts texts;
    private final Flash flash;

    AccountsPage(AccountService accounts, Program program, Validator validator, Texts texts, Flash flash) {
        this.accounts = accounts;
        this.program = program;
        this.validator = validator;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance accounts(
                List<AccountRow> rows,
                AccountForm form,
                FieldErrors errors,
                List<Choice> roles,
                List<Choice> areas,
                boolean bindable);

        static native TemplateInstance invitation(String username, String link);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return page(new AccountForm(), FieldErrors.none());
    }

    @POST
    public Response create(@BeanParam AccountForm form, @Context UriInfo uri) {
        FieldErrors errors = FieldErrors.of(validator.validate(form));
        if (!errors.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(form, errors)).build();
        }
        return invitation(form.username, accounts.create(form), uri);
    }

    @POST
    @Path("/{id}/tautan")
    public Response reset(UUID id, @RestForm @DefaultValue("") String username, @Context UriInfo uri) {
        return invitation(username, accounts.reset(id), uri);
    }

    @POST
    @Path("/{id}/ponsel")
    public Response resetFactor(UUID id) {
        accounts.resetFactor(id);
        return backToList("second-factor.reset");
    }

    @POST
    @Path("/{id}/nonaktif")
    public Response deactivate(UUID id) {
        accounts.activate(id, false);
        return backToList("account.deactivated");
    }

    @POST
    @Path("/{id}/aktif")
    public Response activate(UUID id) {
        accounts.activate(id, true);
        return backToList("account.activated");
    }

    @POST
    @Path("/{id}/peran")
    public Response changeRole(
            UUID id, @RestForm @DefaultValue("") String role, @RestForm @DefaultValue("") String area) {
        accounts.changeRole(id, role, area);
        return backToList("account.role-changed");
    }

    private TemplateInstance page(AccountForm form, FieldErrors errors) {
        List<Choice> roles = program.roles().stream()
                .map(role -> new Choice(role, texts.of("role." + role)))
                .toList();
        return Templates.accounts(
                accounts.all(),
                form,
                errors,
                roles,
                program.areas(),
                !program.features().isEmpty());
    }

    private static Response invitation(String username, String code, UriInfo uri) {
        String link = uri.getBaseUriBuilder()
                .path("awal")
                .queryParam("kode", code)
                .build()
                .toString();
        return Response.ok(Templates.invitation(username, link)).build();
    }

    private Response backToList(String key) {
        flash.say(key);
        return Response.seeOther(URI.create("/akun-pengguna")).build();
    }
}
