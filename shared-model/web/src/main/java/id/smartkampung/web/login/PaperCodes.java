package id.smartkampung.web.login;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The codes for the day the phone is gone, on the one page that ever shows them. */
public final class PaperCodes {

    private PaperCodes() {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance codes(List<String> codes, String target);

        private Templates() {}
    }

    /** Shows them, and leads on to a path of this program. */
    public static Response shown(List<String> codes, String target) {
        return Response.ok(Templates.codes(codes, target), MediaType.TEXT_HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
