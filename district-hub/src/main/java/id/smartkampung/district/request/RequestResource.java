package id.smartkampung.district.request;

import id.smartkampung.district.api.AsOf;
import id.smartkampung.district.api.AsOfQueries;
import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.request.RequestRow.Step;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.time.Wib;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Service requests as JSON. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
@RolesAllowed(Scopes.REQUESTS)
@Blocking
public class RequestResource {

    private final RequestQueries requests;
    private final AsOfQueries asOf;
    private final CurrentAccount account;

    RequestResource(RequestQueries requests, AsOfQueries asOf, CurrentAccount account) {
        this.requests = requests;
        this.asOf = asOf;
        this.account = account;
    }

    /** Public shape of a request; who asked is not part of it. */
    @Schema(name = "Request", description = "A service request of a citizen, without the citizen.")
    public record RequestView(
            @Schema(examples = "35.10.01.2001", description = "The village that serves it.")
            String node,

            UUID id,

            @Schema(examples = "26-0001", description = "Number within its village.")
            String number,

            @Schema(examples = "35.10.01.2001") String kodeDesa,

            @Schema(examples = "SKTM", description = "Code of the letter type.")
            String kind,

            Channel channel,
            RequestState state,

            @Schema(description = "Brought to the home of the citizen.")
            boolean homeDelivery,

            Instant submittedAt,

            @Schema(description = "When it came into which state, in this order.")
            List<StepView> steps) {

        static RequestView of(RequestRow row) {
            return new RequestView(
                    row.node().value(),
                    row.id(),
                    row.number(),
                    row.desa().value(),
                    row.kind().code(),
                    row.channel(),
                    row.state(),
                    row.homeDelivery(),
                    row.submittedAt(),
                    row.steps().stream().map(StepView::of).toList());
        }
    }

    /** One state of a request with its time. */
    @Schema(name = "RequestStep", description = "The request came into a state.")
    public record StepView(RequestState state, Instant at) {

        static StepView of(Step step) {
            return new StepView(step.state(), step.at());
        }
    }

    @GET
    @Operation(operationId = "listRequests", summary = "Service requests, the newest first")
    public RestResponse<Slice<RequestView>> list(
            @Parameter(description = "Only of this kecamatan.", example = "35.10.01") @RestQuery String kecamatan,
            @Parameter(description = "Only of this village server.", example = "35.10.01.2001") @RestQuery
                    String village,
            @Parameter(schema = @Schema(implementation = RequestState.class)) @RestQuery String state,
            @Parameter(description = "Code of the letter type.", example = "SKTM") @RestQuery String kind,
            @Parameter(schema = @Schema(implementation = Channel.class)) @RestQuery String channel,
            @Parameter(
                            description = "Submitted on this day (WIB) or later.",
                            schema = @Schema(implementation = LocalDate.class))
                    @RestQuery
                    String from,
            @Parameter(
                            description = "Submitted on this day (WIB) or earlier.",
                            schema = @Schema(implementation = LocalDate.class))
                    @RestQuery
                    String until,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        RequestState wanted = asked.constant(RequestState.class, "state", state);
        Channel through = asked.constant(Channel.class, "channel", channel);
        LocalDate first = asked.date("from", from);
        LocalDate last = asked.date("until", until);
        Cursor after = asked.cursor(paging.cursor, 3);
        asked.check();
        RequestFilter filter = new RequestFilter(
                VisibleArea.of(account).narrowedTo(kecamatan),
                village,
                wanted == null ? null : List.of(wanted),
                kind,
                through,
                first == null ? null : midnight(first),
                last == null ? null : midnight(last.plusDays(1)));
        List<AsOf> positions = asOf.now(filter.area(), filter.node());
        List<RequestRow> rows = requests.find(filter, after, most);
        return Slice.of(rows, most, RequestQueries::cursorOf)
                .at(positions, RequestRow::node)
                .map(RequestView::of)
                .answer(uri);
    }

    @GET
    @Path("{node}/{id}")
    @Operation(operationId = "getRequest", summary = "One service request")
    public RequestView one(
            @Parameter(example = "35.10.01.2001", schema = @Schema(implementation = String.class)) NodeId node,
            UUID id) {
        return requests.find(node, id, VisibleArea.of(account))
                .map(RequestView::of)
                .orElseThrow(NotFoundException::new);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Wib.ZONE).toInstant();
    }
}
