package id.smartkampung.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/** The body of every failed call of the API (RFC 9457): programs decide on the type, people read the detail. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, String instance, List<Violation> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final URI NO_MORE_THAN_ITS_STATUS = URI.create("about:blank");

    /** One thing wrong with what was sent; the pointer (RFC 6901) says where in it. */
    public record Violation(String pointer, String detail) {}

    static URI type(String code) {
        return code.isEmpty() ? NO_MORE_THAN_ITS_STATUS : URI.create("urn:smart-kampung:problem:" + code);
    }
}
