package id.smartkampung.district.mall;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.MallStage;
import id.smartkampung.model.request.RequestState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the requests of the service mall, with what their villages have said. */
@ApplicationScoped
public class MallQueries {

    private static final String ROWS = """
            select m.*, v.name as village_name, v.last_heard_at, r.number, r.state, f.letters, f.here
            from mall_request m
            join village v on v.node = m.node
            left join request r on r.node = m.node and r.id = m.id
            left join lateral (
                select count(*) as letters,
                    count(*) filter (where x.arrived_at is not null and x.deleted_at is null) as here
                from letter l left join mall_file x on x.node = l.node and x.letter_id = l.id
                where l.node = m.node and l.request_id = m.id and l.state = 'SIGNED') f on true
            """;

    private static final String[] OPEN = Arrays.stream(RequestState.values())
            .filter(state -> !state.isFinal())
            .map(RequestState::name)
            .toArray(String[]::new);

    private final Reading reading;

    MallQueries(Reading reading) {
        this.reading = reading;
    }

    /** A request of the same person that is under way already. */
    public record Open(String number, LetterKind kind, RequestState state) {}

    /** The newest first; one more than the limit, if there are more. */
    public List<MallRow> list(Cursor after, int limit) {
        if (after == null) {
            return reading.list(MallQueries::row, ROWS + "order by m.made_at desc, m.id limit ?", limit + 1);
        }
        try {
            Instant at = Instant.parse(after.key(0));
            return reading.list(
                    MallQueries::row,
                    ROWS + "where m.made_at < ? or (m.made_at = ? and m.id > ?) order by m.made_at desc, m.id limit ?",
                    at,
                    at,
                    after.id(1),
                    limit + 1);
        } catch (DateTimeParseException e) {
            throw Cursor.refused();
        }
    }

    static Cursor cursorOf(MallRow row) {
        return Cursor.of(row.madeAt(), row.id());
    }

    public Optional<MallRow> find(UUID id) {
        return reading.first(MallQueries::row, ROWS + "where m.id = ?", id);
    }

    /** The letters of a request, the oldest first; without those that were given up. */
    public List<MallLetter> letters(MallRow request) {
        return reading.list(MallQueries::letter, """
                select l.id, l.number, l.type_name, l.state, l.file_bytes, f.wanted_at, f.arrived_at, f.deleted_at,
                    (select coalesce(sum(length(c.data)), 0) from mall_chunk c
                        where c.node = l.node and c.letter_id = l.id) as received
                from letter l left join mall_file f on f.node = l.node and f.letter_id = l.id
                where l.node = ? and l.request_id = ? and l.state <> 'CANCELLED'
                order by l.issued_on, l.sequence, l.id
                """, request.node().value(), request.id());
    }

    /** What the person has asked for, at whatever counter, and what is not at its end. */
    public List<Open> openOf(NodeId node, UUID resident) {
        return reading.list(
                row -> new Open(
                        row.getString(1), new LetterKind(row.getString(2)), RequestState.valueOf(row.getString(3))),
                """
                select number, kind, state from request
                where node = ? and applicant_id = ? and state = any(?) order by submitted_at desc limit 10
                """,
                node.value(),
                resident,
                OPEN);
    }

    private static MallRow row(ResultSet row) throws SQLException {
        MallAnswer answer = constant(MallAnswer.class, row.getString("answer"));
        Instant withdrawnAt = Reading.instant(row, "withdrawn_at");
        Instant handedAt = Reading.instant(row, "handed_at");
        long letters = row.getLong("letters");
        MallStage stage = MallStage.of(new MallStage.Held(
                answer,
                constant(RequestState.class, row.getString("state")),
                withdrawnAt != null,
                letters > 0,
                letters > 0 && row.getLong("here") == letters,
                handedAt != null));
        return new MallRow(
                row.getObject("id", UUID.class),
                new NodeId(row.getString("node")),
                row.getString("village_name"),
                row.getString("subject_masked"),
                new LetterKind(row.getString("kind")),
                Reading.instant(row, "made_at"),
                row.getString("made_by"),
                row.getString("number"),
                stage,
                answer,
                row.getString("reason"),
                withdrawnAt,
                handedAt,
                row.getString("handed_by"),
                Reading.instant(row, "last_heard_at"));
    }

    private static MallLetter letter(ResultSet row) throws SQLException {
        return new MallLetter(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("type_name"),
                LetterState.valueOf(row.getString("state")),
                Reading.number(row, "file_bytes"),
                Reading.instant(row, "wanted_at"),
                row.getLong("received"),
                Reading.instant(row, "arrived_at"),
                Reading.instant(row, "deleted_at"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
