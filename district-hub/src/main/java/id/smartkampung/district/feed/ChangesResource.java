package id.smartkampung.district.feed;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.feed.FeedService.Question;
import id.smartkampung.district.feed.Stretch.Line;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Everything that changed in all villages, in the order of each village's log and without a hole that is not named. */
@Path("/api/v1/changes")
@Tag(name = "changes")
@RolesAllowed({Scopes.REQUESTS, Scopes.RESIDENTS_MIN, Scopes.RESIDENTS_NIK})
@Blocking
public class ChangesResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final long RECONNECT_MILLIS = 3000;
    private static final int STRETCH = 500;

    private final FeedService feed;
    private final Reach reach;
    private final FeedConfig config;

    ChangesResource(FeedService feed, Reach reach, FeedConfig config) {
        this.feed = feed;
        this.reach = reach;
        this.config = config;
    }

    @GET
    @Produces(NDJSON)
    @Operation(
            operationId = "listChanges",
            summary = "What changed behind a cursor, one JSON object a line",
            description = """
                    Each line says in `line` what it is, and in `node` and `kodeDesa` of which village.

                    * `change`: the event at (`epoch`, `seq`) with its `type`, `subject` and time (`at`), and in `row` the \
                    row as it is now; `null` when it was removed. `state` is `waiting` while the event is not applied \
                    yet, `left-out` when people gave it up. `late` stands where it took effect after its turn.
                    * `rebuild`: rows of a `table` as the village holds them. With a `bucket` they are all rows of the \
                    village whose id has that number as the first byte of its SHA-256; others there are no more. \
                    `absent` names rows that are no more.
                    * `skipped`: the positions `from` to `to` of the `epoch` are not for this caller.
                    * `fork`: the village goes on behind `after` in a newer `epoch`; what it had said behind that, up to \
                    `left`, is no longer its history and will be told anew.
                    * `missing`: the positions were applied and are no longer kept.
                    * `cursor`, the last line: give it as `after` to go on; `more` says whether there is more already.

                    Within an epoch each `seq` is told once, or lies in one `skipped` or `missing`: so it can be proven \
                    that nothing is lacking.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON, the last one with the cursor.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Uni<Response> changes(
            @Parameter(description = "The cursor of the last answer, or of an export; without it from the beginning.")
                    @RestQuery
                    String after,
            @Parameter(
                            description = "Seconds to wait for something new, when there is nothing; 30 at most.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "0"))
                    @RestQuery
                    @DefaultValue("0")
                    String wait,
            @Parameter(
                            description = "Positions at most, told or skipped: 1 to 500.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "500"))
                    @RestQuery
                    @DefaultValue("500")
                    String limit,
            @Parameter(description = "Only these kinds: residents, families, requests, mutations.") @RestQuery
                    List<String> types,
            @Parameter(description = "Only of this area.", example = "35.10.01") @RestQuery String area,
            @Parameter(description = "Without the rows.") @RestQuery @DefaultValue("false") boolean thin) {
        Asked asked = new Asked();
        int most = asked.limit(limit);
        Duration patience = asked.within("wait", wait, config.longestWait());
        Question question = question(asked, most, types, area, thin);
        return feed.next(question, feed.cursor(after), patience).map(this::answer);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamChanges", summary = "The same as a stream of server-sent events", description = """
                    The name of an event is its `line`. Only the events `cursor` have an id, which a browser sends as \
                    `Last-Event-ID` when it opens the stream anew: what was told behind the last of them is told again.
                    """)
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "The cursor to begin with; `Last-Event-ID` goes before.") @RestQuery String after,
            @Parameter(description = "Only these kinds: residents, families, requests, mutations.") @RestQuery
                    List<String> types,
            @Parameter(description = "Only of this area.", example = "35.10.01") @RestQuery String area,
            @Parameter(description = "Without the rows.") @RestQuery @DefaultValue("false") boolean thin,
            @RestHeader(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId,
            Sse sse) {
        Question question = question(new Asked(), STRETCH, types, area, thin);
        FeedCursor from = feed.cursor(lastEventId == null || lastEventId.isBlank() ? after : lastEventId);
        return feed.follow(question, from)
                .onItem()
                .transformToMultiAndConcatenate(stretch -> Multi.createFrom().iterable(events(sse, stretch)));
    }

    private Question question(Asked asked, int limit, List<String> types, String area, boolean thin) {
        return new Question(reach.part(asked, types, area), limit, thin);
    }

    private Response answer(Stretch stretch) {
        StringBuilder text = new StringBuilder();
        for (Line line : stretch.lines()) {
            text.append(line.json()).append('\n');
        }
        text.append(last(stretch).json()).append('\n');
        return Response.ok(text.toString().getBytes(StandardCharsets.UTF_8), NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private List<OutboundSseEvent> events(Sse sse, Stretch stretch) {
        List<OutboundSseEvent> events = new ArrayList<>();
        for (Line line : stretch.lines()) {
            events.add(sse.newEventBuilder().name(line.kind()).data(line.json()).build());
        }
        Line last = last(stretch);
        events.add(sse.newEventBuilder()
                .name(last.kind())
                .id(feed.text(stretch.cursor()))
                .data(last.json())
                .reconnectDelay(RECONNECT_MILLIS)
                .build());
        return events;
    }

    private Line last(Stretch stretch) {
        return Told.cursor(feed.text(stretch.cursor()), stretch.more());
    }
}
