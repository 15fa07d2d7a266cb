package id.smartkampung.district.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.smartkampung.model.log.NodeId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of a list in a stable order.
 *
 * @param next null on the last page
 * @param asOf how far the data of the villages on this page were when it was read; null where it is not about such data
 */
@Schema(description = "One page of a list in a stable order.")
public record Slice<T>(
        List<T> items,

        @Schema(description = "Give it as `cursor` to get the next page; null on the last one.", nullable = true)
        String next,

        @Schema(description = "How far the data of each village on this page were; the items are at least as new.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<AsOf> asOf) {

    public Slice(List<T> items, String next) {
        this(items, next, null);
    }

    /** Of rows read with one more than the page holds. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        return new Slice<>(
                rows.subList(0, limit), cursorOf.apply(rows.get(limit - 1)).text());
    }

    public <R> Slice<R> map(Function<T, R> view) {
        return new Slice<>(items.stream().map(view).toList(), next, asOf);
    }

    /** With how far the villages of this page were before it was read. */
    public Slice<T> at(List<AsOf> positions, Function<T, NodeId> nodeOf) {
        Set<String> nodes = items.stream().map(nodeOf).map(NodeId::value).collect(Collectors.toSet());
        return new Slice<>(
                items,
                next,
                positions.stream()
                        .filter(position -> nodes.contains(position.node()))
                        .toList());
    }

    /** With the address of the next page in a {@code Link} header (RFC 8288). */
    public RestResponse<Slice<T>> answer(UriInfo uri) {
        RestResponse.ResponseBuilder<Slice<T>> answer = RestResponse.ResponseBuilder.ok(this);
        if (next != null) {
            String address = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", next)
                    .build()
                    .toString();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
