package id.smartkampung.district.parking;

import id.smartkampung.district.village.ParkedReason;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what is parked and what was left out; never a payload. */
@ApplicationScoped
public class ParkingQueries {

    private static final String SUBJECTS = """
            select p.node, v.name, p.subject, count(*) as events,
                min(p.parked_at) as since, min(p.sequence) as first_sequence, max(p.sequence) as last_sequence,
                (array_agg(p.code order by p.epoch, p.sequence))[1] as code,
                (array_agg(r.type order by p.epoch, p.sequence))[1] as type,
                s.asked_name is not null as asked
            from parked_event p
            join village v using (node)
            left join received_event r using (node, epoch, sequence)
            left join skip_request s on s.node = p.node and s.subject = p.subject
            """;

    private final Reading reading;

    ParkingQueries(Reading reading) {
        this.reading = reading;
    }

    /** A subject of a village. */
    record Place(NodeId node, String subject) {}

    /** A subject with parked events: its first one says why all of them wait. */
    public record Subject(
            NodeId node,
            String village,
            String subject,
            long events,
            Instant since,
            long first,
            long last,
            ParkedReason code,
            String type,
            boolean asked) {

        /** The kind of the subject without its id. */
        public String kind() {
            return subject.split("/", 2)[0];
        }

        /** Where it is shown. */
        public URI link() {
            return linkTo(node, subject);
        }
    }

    /** A parked event of a subject. */
    public record Event(
            int epoch, long sequence, String type, ParkedReason code, String reason, Instant at, Instant parkedAt) {}

    /** A skip that waits for a second person. */
    public record Wish(String name, Instant at, String reason, long last) {}

    /** An event that two people left out. */
    public record Skipped(
            NodeId node,
            String village,
            String subject,
            long sequence,
            ParkedReason code,
            String askedName,
            String askedReason,
            String confirmedName,
            String confirmedReason,
            Instant confirmedAt,
            Long healed) {

        /** The kind of the subject without its id. */
        public String kind() {
            return subject.split("/", 2)[0];
        }
    }

    public List<Subject> subjects(int limit) {
        return reading.list(
                ParkingQueries::subject,
                SUBJECTS + "group by p.node, v.name, p.subject, s.asked_name order by since, p.node, p.subject limit ?",
                limit);
    }

    public Optional<Subject> find(NodeId node, String subject) {
        return reading.first(
                ParkingQueries::subject,
                SUBJECTS + "where p.node = ? and p.subject = ? group by p.node, v.name, p.subject, s.asked_name",
                node.value(),
                subject);
    }

    public List<Event> events(NodeId node, String subject, int limit) {
        return reading.list(
                row -> new Event(
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        row.getString("type"),
                        ParkedReason.valueOf(row.getString("code")),
                        row.getString("reason"),
                        Reading.instant(row, "time"),
                        Reading.instant(row, "parked_at")),
                """
                select p.*, r.type, r.time from parked_event p left join received_event r using (node, epoch, sequence)
                where p.node = ? and p.subject = ? order by p.epoch, p.sequence limit ?
                """,
                node.value(),
                subject,
                limit);
    }

    public Optional<Wish> wish(NodeId node, String subject) {
        return reading.first(
                row -> new Wish(
                        row.getString("asked_name"),
                        Reading.instant(row, "asked_at"),
                        row.getString("asked_reason"),
                        row.getLong("last_seq")),
                "select * from skip_request where node = ? and subject = ?",
                node.value(),
                subject);
    }

    /** Those that still make a difference first. */
    public List<Skipped> skipped(int limit) {
        return reading.list(
                row -> new Skipped(
                        new NodeId(row.getString("node")),
                        row.getString("name"),
                        row.getString("subject"),
                        row.getLong("sequence"),
                        ParkedReason.valueOf(row.getString("code")),
                        row.getString("asked_name"),
                        row.getString("asked_reason"),
                        row.getString("confirmed_name"),
                        row.getString("confirmed_reason"),
                        Reading.instant(row, "confirmed_at"),
                        Reading.number(row, "healed_seq")),
                """
                select s.*, v.name from skipped_event s join village v using (node)
                order by s.healed_seq is not null, s.confirmed_at desc limit ?
                """,
                limit);
    }

    /** Subjects of which something waits, the longest first. */
    List<Place> places(int limit) {
        return reading.list(row -> new Place(new NodeId(row.getString("node")), row.getString("subject")), """
                select node, subject from parked_event group by node, subject
                order by min(parked_at), node, subject limit ?
                """, limit);
    }

    /** Subjects whose first parked event was of an unknown type that is now known. */
    List<Place> nowKnown(String[] types) {
        return reading.list(
                row -> new Place(new NodeId(row.getString("node")), row.getString("subject")), """
                select node, subject from (
                    select distinct on (p.node, p.subject) p.node, p.subject, p.code, r.type
                    from parked_event p join received_event r using (node, epoch, sequence)
                    order by p.node, p.subject, p.epoch, p.sequence) first
                where code = 'UNKNOWN_TYPE' and type = any(?)
                """, (Object) types);
    }

    static URI linkTo(NodeId node, String subject) {
        return UriBuilder.fromPath("/tertahan/{node}")
                .queryParam("subjek", "{subject}")
                .build(node.value(), subject);
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                new NodeId(row.getString("node")),
                row.getString("name"),
                row.getString("subject"),
                row.getLong("events"),
                Reading.instant(row, "since"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                ParkedReason.valueOf(row.getString("code")),
                row.getString("type"),
                row.getBoolean("asked"));
    }
}
