package id.smartkampung.district.status;

import id.smartkampung.district.village.ParkedReason;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reads what happened to the log of one village: incidents, parked events, the latest events; never a payload. */
@ApplicationScoped
public class VillageLogQueries {

    private final Reading reading;

    VillageLogQueries(Reading reading) {
        this.reading = reading;
    }

    /** Something about a village that cannot be trusted: seen how often, from when until when. */
    public record Incident(
            String kind,
            int epoch,
            long sequence,
            String detail,
            Instant at,
            Instant lastAt,
            int times,
            Instant settledAt) {

        /** Whether it is about rows that differ, and not about a record that came. */
        public boolean isAboutRows() {
            return kind.equals("DIVERGED") || kind.equals("CHANGED") || kind.equals("LOST");
        }
    }

    /** An event that could not be applied, and why; never its payload. */
    public record Parked(
            int epoch,
            long sequence,
            String type,
            String subject,
            ParkedReason code,
            String reason,
            Instant parkedAt) {}

    /** An event that came, without its payload. */
    public record Received(int epoch, long sequence, String type, Instant time, Instant receivedAt) {}

    public List<Incident> incidents(NodeId node, int limit) {
        return reading.list(
                row -> new Incident(
                        row.getString("kind"),
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        row.getString("detail"),
                        Reading.instant(row, "at"),
                        Reading.instant(row, "last_at"),
                        row.getInt("times"),
                        Reading.instant(row, "settled_at")),
                "select * from incident where node = ? order by last_at desc limit ?",
                node.value(),
                limit);
    }

    public List<Parked> parked(NodeId node, int limit) {
        return reading.list(
                row -> new Parked(
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getString("subject"),
                        ParkedReason.valueOf(row.getString("code")),
                        row.getString("reason"),
                        Reading.instant(row, "parked_at")),
                """
                select p.epoch, p.sequence, r.type, p.subject, p.code, p.reason, p.parked_at
                from parked_event p left join received_event r using (node, epoch, sequence)
                where p.node = ? order by p.epoch, p.sequence limit ?
                """,
                node.value(),
                limit);
    }

    public List<Received> latest(NodeId node, int limit) {
        return reading.list(
                row -> new Received(
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        row.getString("type"),
                        Reading.instant(row, "time"),
                        Reading.instant(row, "received_at")),
                """
                select epoch, sequence, type, time, received_at from received_event
                where node = ? order by epoch desc, sequence desc limit ?
                """,
                node.value(),
                limit);
    }
}
