package id.smartkampung.web.login;

import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.factor.SecondFactors;
import id.smartkampung.web.layout.Flash;
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
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The second step at the door: the code of the phone, which the first time is set up here. */
@Path(SecondStepPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class SecondStepPage {

    static final String PATH = "/masuk/kode";

    private final LoginService logins;
    private final SecondFactors factors;
    private final SessionMechanism cookies;
    private final Texts texts;
    private final Flash flash;

    SecondStepPage(LoginService logins, SecondFactors factors, SessionMechanism cookies, Texts texts, Flash flash) {
        this.logins = logins;
        this.factors = factors;
        this.cookies = cookies;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance code(String target, String complaint, SecondFactors.Offer offer);

        private Templates() {}
    }

    @GET
    public Response show(@RestQuery @DefaultValue("/") String ke, RoutingContext request) {
        return awaited(request)
                .map(step -> page(Status.OK, ke, null, step).build())
                .orElseGet(SecondStepPage::fromTheStart);
    }

    @POST
    public Response enter(
            @RestForm @DefaultValue("") String kode,
            @RestForm @DefaultValue("") String pemulihan,
            @RestForm @DefaultValue("/") String ke,
            RoutingContext request) {
        Optional<Sessions.Step> awaited = awaited(request);
        if (awaited.isEmpty()) {
            return fromTheStart();
        }
        String address = request.request().remoteAddress().hostAddress();
        String step = cookies.step(request);
        LoginService.Answer answer = pemulihan.isBlank()
                ? logins.withPhone(step, awaited.get(), kode, address)
                : logins.withPaper(step, awaited.get(), pemulihan, address);
        if (answer.token().isPresent()) {
            cookies.giveCookie(request, answer.token().get());
            cookies.takeStep(request);
            return entered(answer, Paths.own(ke));
        }
        if (!answer.pause().isZero()) {
            String complaint = LoginBrake.told(texts, answer.pause());
            return page(Status.TOO_MANY_REQUESTS, ke, complaint, awaited.get())
                    .header(HttpHeaders.RETRY_AFTER, answer.pause().toSeconds() + 1)
                    .build();
        }
        return page(Status.UNAUTHORIZED, ke, texts.of("login.code-wrong"), awaited.get())
                .build();
    }

    private Response entered(LoginService.Answer answer, String target) {
        if (!answer.codes().isEmpty()) {
            return PaperCodes.shown(answer.codes(), target);
        }
        if (answer.onPaper() != null) {
            flash.say("login.recovered", answer.onPaper());
        }
        return Response.seeOther(URI.create(target)).build();
    }

    private Optional<Sessions.Step> awaited(RoutingContext request) {
        return Optional.ofNullable(cookies.step(request)).flatMap(logins::awaited);
    }

    private Response.ResponseBuilder page(Status status, String target, String complaint, Sessions.Step step) {
        SecondFactors.Offer offer =
                factors.isSetUp(step.officer().id()) ? null : factors.offer(step.officer(), step.offered());
        return Response.status(status)
                .type(MediaType.TEXT_HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Templates.code(target, complaint, offer));
    }

    private static Response fromTheStart() {
        return Response.seeOther(URI.create("/masuk")).build();
    }
}
