package id.smartkampung.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The body of every failed call of the API (RFC 9457): programs decide on the type, people read the detail. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, String instance, List<Violation> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String URN = "urn:smart-kampung:problem:";
    private static final URI NO_MORE_THAN_ITS_STATUS = URI.create("about:blank");

    /** One thing wrong with what was sent; the pointer (RFC 6901) says where in it. */
    public record Violation(String pointer, String detail) {}

    /** The type of a code; of none it is no more than its status. */
    public static URI type(String code) {
        return code.isEmpty() ? NO_MORE_THAN_ITS_STATUS : URI.create(URN + code);
    }

    /** The code of its type; empty where it is no more than its status. */
    public Optional<String> code() {
        return type.equals(NO_MORE_THAN_ITS_STATUS)
                ? Optional.empty()
                : Optional.of(type.toString().substring(URN.length()));
    }
}
