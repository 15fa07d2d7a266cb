package id.smartkampung.web.error;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Tells a failure to whoever asked: a problem to a program, a line of the form to htmx, a page to a person. */
@ApplicationScoped
class ErrorAnswers {

    private static final int UNAUTHORIZED = 401;
    private static final String MARK = "X-Kampung-Galat";

    /** Templates of failures. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance error(Failure failure, boolean form);

        static native TemplateInstance error$line(Failure failure);

        private Templates() {}
    }

    Response answer(Failure failure, RoutingContext request) {
        if (isProgram(request)) {
            return problem(failure, request);
        }
        if (request.request().getHeader("HX-Request") != null) {
            return html(failure, Templates.error$line(failure).render());
        }
        boolean form = !request.request().method().equals(HttpMethod.GET);
        if (failure.status() == UNAUTHORIZED && !form) {
            String target = URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
            return Response.seeOther(URI.create("/masuk?ke=" + target)).build();
        }
        return html(failure, Templates.error(failure, form).render());
    }

    static boolean isProgram(RoutingContext request) {
        String path = request.normalizedPath();
        return path.startsWith("/api/") || path.startsWith("/q/");
    }

    private static Response html(Failure failure, String content) {
        return Response.status(failure.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .header(MARK, failure.code().isEmpty() ? failure.status() : failure.code())
                .entity(content)
                .build();
    }

    private static Response problem(Failure failure, RoutingContext request) {
        Problem problem = new Problem(
                Problem.type(failure.code()),
                failure.title(),
                failure.status(),
                failure.detail(),
                request.normalizedPath(),
                failure.violations());
        return Response.status(failure.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
