package id.smartkampung.district.manners;

import id.smartkampung.web.error.Problem;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What each type of problem of the interface means, and what to do about it. */
@Path("/masalah")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class ProblemPage {

    /** Types, and states of HTTP where a problem is no more than that. */
    static final List<String> KINDS = List.of(
            "api.parameter",
            "api.cursor",
            "api.cursor-expired",
            "api.cursor-ahead",
            "api.busy",
            "api.purpose",
            "api.rate",
            "api.key",
            "api.key-other",
            "api.key-in-flight",
            "api.key-lost",
            "mall-kind",
            "mall-id-taken",
            "mall-resident-unknown",
            "mall-resident-twice",
            "mall-file-not-here",
            "mall-not-printable",
            "400",
            "401",
            "403",
            "404",
            "405",
            "413",
            "500");

    private final Texts texts;

    ProblemPage(Texts texts) {
        this.texts = texts;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "manners")
    static class Templates {

        static native TemplateInstance problems(List<Kind> kinds);

        private Templates() {}
    }

    /** One type of problem, with what it means and what helps. */
    record Kind(String code, String type, String meaning, String remedy) {}

    @GET
    public TemplateInstance all() {
        return Templates.problems(KINDS.stream().map(this::kind).toList());
    }

    @GET
    @Path("{code}")
    public TemplateInstance one(String code) {
        if (!KINDS.contains(code)) {
            throw new NotFoundException();
        }
        return Templates.problems(List.of(kind(code)));
    }

    private Kind kind(String code) {
        String type = code.startsWith("api.") ? Problem.type(code).toString() : "about:blank (" + code + ")";
        return new Kind(code, type, texts.of("problem." + code), texts.of("problem." + code + ".remedy"));
    }
}
