package id.smartkampung.district.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.request.RequestRow.Step;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads service requests, the newest first; whoever asked stays in the village. */
@ApplicationScoped
public class RequestQueries {

    private static final String ROWS = """
            select r.node, r.id, v.name as village_name, v.kode_desa, r.number, r.kind, r.channel, r.state,
                   r.home_delivery, r.submitted_at, r.steps
            from request r join village v on v.node = r.node
            """;
    private static final String CHOSEN = """
            where (cast(? as text[]) is null or v.kode_desa ^@ any (?))
              and (cast(? as text) is null or r.node = ?)
              and (cast(? as text[]) is null or r.state = any (?))
              and (cast(? as text) is null or r.kind = ?)
              and (cast(? as text) is null or r.channel = ?)
              and (cast(? as timestamptz) is null or r.submitted_at >= ?)
              and (cast(? as timestamptz) is null or r.submitted_at < ?)
            """;
    private static final String AFTER = """
              and (r.submitted_at < ? or (r.submitted_at = ? and (r.node, r.id) > (?, ?)))
            """;
    private static final String NEWEST_FIRST = "order by r.submitted_at desc, r.node, r.id limit ?";

    private final Reading reading;
    private final ObjectMapper json;

    RequestQueries(Reading reading, ObjectMapper json) {
        this.reading = reading;
        this.json = json;
    }

    /** One more than the limit, if there are more. */
    public List<RequestRow> find(RequestFilter filter, Cursor after, int limit) {
        Object[] chosen = parameters(filter);
        if (after == null) {
            return reading.list(this::row, ROWS + CHOSEN + NEWEST_FIRST, Reading.with(chosen, limit + 1));
        }
        try {
            Instant at = Instant.parse(after.key(0));
            UUID id = UUID.fromString(after.key(2));
            return reading.list(
                    this::row,
                    ROWS + CHOSEN + AFTER + NEWEST_FIRST,
                    Reading.with(chosen, at, at, after.key(1), id, limit + 1));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }

    public Optional<RequestRow> find(NodeId node, UUID id, VisibleArea area) {
        return reading.first(
                this::row,
                ROWS + "where r.node = ? and r.id = ? and (cast(? as text[]) is null or v.kode_desa ^@ any (?))",
                node.value(),
                id,
                area.orNull(),
                area.orNull());
    }

    static Cursor cursorOf(RequestRow row) {
        return Cursor.of(row.submittedAt(), row.node(), row.id());
    }

    private static Object[] parameters(RequestFilter filter) {
        return new Object[] {
            filter.area().orNull(), filter.area().orNull(),
            filter.node(), filter.node(),
            filter.stateNames(), filter.stateNames(),
            filter.kind(), filter.kind(),
            filter.channelName(), filter.channelName(),
            filter.submittedFrom(), filter.submittedFrom(),
            filter.submittedBefore(), filter.submittedBefore()
        };
    }

    private RequestRow row(ResultSet row) throws SQLException {
        return new RequestRow(
                new NodeId(row.getString("node")),
                row.getObject("id", UUID.class),
                row.getString("village_name"),
                new KodeWilayah(row.getString("kode_desa")),
                row.getString("number"),
                new LetterKind(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                RequestState.valueOf(row.getString("state")),
                row.getBoolean("home_delivery"),
                Reading.instant(row, "submitted_at"),
                steps(row.getString("steps")));
    }

    private List<Step> steps(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the steps of a request cannot be read", e);
        }
    }
}
