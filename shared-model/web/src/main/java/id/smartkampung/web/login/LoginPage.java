package id.smartkampung.web.login;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.factor.SecondFactors;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The door. */
@Path("/masuk")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class LoginPage {

    private final LoginService logins;
    private final SessionMechanism cookies;
    private final CurrentAccount account;
    private final Program program;
    private final SecondFactors factors;
    private final WebConfig config;
    private final Texts texts;

    LoginPage(
            LoginService logins,
            SessionMechanism cookies,
            CurrentAccount account,
            Program program,
            SecondFactors factors,
            WebConfig config,
            Texts texts) {
        this.logins = logins;
        this.cookies = cookies;
        this.account = account;
        this.program = program;
        this.factors = factors;
        this.config = config;
        this.texts = texts;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance login(
                String username,
                String target,
                String complaint,
                List<Choice> demoRoles,
                String demoPassword,
                boolean asksCode);

        private Templates() {}
    }

    @GET
    public Response show(@RestQuery @DefaultValue("/") String ke) {
        if (account.officer().isPresent()) {
            return seeOther(ke);
        }
        return page(Status.OK.getStatusCode(), "", ke, null).build();
    }

    @POST
    public Response login(
            @RestForm @DefaultValue("") String nama,
            @RestForm @DefaultValue("") String sandi,
            @RestForm @DefaultValue("/") String ke,
            RoutingContext request) {
        String address = request.request().remoteAddress().hostAddress();
        LoginService.Answer answer = logins.login(nama, sandi, address);
        if (answer.token().isPresent()) {
            cookies.giveCookie(request, answer.token().get());
            return seeOther(ke);
        }
        if (answer.step().isPresent()) {
            cookies.giveStep(request, answer.step().get());
            return Response.seeOther(UriBuilder.fromPath(SecondStepPage.PATH)
                            .queryParam("ke", "{ke}")
                            .build(Paths.own(ke)))
                    .build();
        }
        if (!answer.pause().isZero()) {
            return page(Status.TOO_MANY_REQUESTS.getStatusCode(), nama, ke, LoginBrake.told(texts, answer.pause()))
                    .header(HttpHeaders.RETRY_AFTER, answer.pause().toSeconds() + 1)
                    .build();
        }
        return page(Status.UNAUTHORIZED.getStatusCode(), nama, ke, texts.of("login.wrong"))
                .build();
    }

    private Response.ResponseBuilder page(int status, String username, String target, String complaint) {
        List<Choice> roles = config.demo() ? roles() : List.of();
        TemplateInstance page = Templates.login(username, target, complaint, roles, Passwords.DEMO, factors.isOn());
        return Response.status(status).type(MediaType.TEXT_HTML).entity(page);
    }

    private List<Choice> roles() {
        return program.roles().stream()
                .map(role -> new Choice(role, texts.of("role." + role)))
                .toList();
    }

    private static Response seeOther(String target) {
        return Response.seeOther(URI.create(Paths.own(target))).build();
    }
}
