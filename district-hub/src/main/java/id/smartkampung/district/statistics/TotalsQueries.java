package id.smartkampung.district.statistics;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the totals that move with each batch; no person and no request is counted for it. */
@ApplicationScoped
public class TotalsQueries {

    private static final int MONTH = 30;

    private final Reading reading;
    private final Clock clock;

    TotalsQueries(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** How many requests came in on a day through a channel. */
    public record DayOfChannel(LocalDate day, Channel channel, long amount) {}

    /** How many requests came into a state today. */
    public record StepsToday(RequestState state, long amount) {}

    /** The totals of all villages that sent something, by node. */
    public Map<NodeId, Sums> byVillage() {
        Map<NodeId, Sums> sums = new HashMap<>();
        for (Stock stock : reading.list(
                TotalsQueries::stock,
                "select node, measure, category, amount from stock where measure <> 'mutations'")) {
            sums.merge(stock.node(), stock.toSums(), Sums::plus);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Wib.ZONE);
        reading.list(
                        row -> new Submitted(
                                new NodeId(row.getString("node")), row.getLong("today"), row.getLong("month")),
                        """
                        select node, count(*) filter (where at >= ?) as today, count(*) as month
                        from request_flow where state = 'SUBMITTED' and at >= ? group by node
                        """,
                        midnight(today),
                        midnight(today.minusDays(MONTH - 1)))
                .forEach(submitted -> sums.merge(submitted.node(), submitted.toSums(), Sums::plus));
        return sums;
    }

    /** Requests that came in on each of the last days, by channel; days without any are left out. */
    public List<DayOfChannel> byDayAndChannel(int days, String kecamatan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Wib.ZONE);
        return reading.list(
                row -> new DayOfChannel(
                        row.getObject("day", LocalDate.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getLong("amount")),
                """
                select cast(f.at at time zone 'Asia/Jakarta' as date) as day, f.channel, count(*) as amount
                from request_flow f join village v on v.node = f.node
                where f.state = 'SUBMITTED' and f.at >= ? and (cast(? as text) is null or v.kode_kecamatan = ?)
                group by 1, 2 order by 1, 2
                """,
                midnight(today.minusDays(days - 1L)),
                kecamatan,
                kecamatan);
    }

    /** How many requests came into each state since midnight. */
    public Map<RequestState, Long> stepsToday(String kecamatan) {
        Map<RequestState, Long> steps = new EnumMap<>(RequestState.class);
        reading.list(
                        row -> new StepsToday(RequestState.valueOf(row.getString("state")), row.getLong("amount")),
                        """
                        select f.state, count(*) as amount from request_flow f join village v on v.node = f.node
                        where f.at >= ? and (cast(? as text) is null or v.kode_kecamatan = ?) group by f.state
                        """,
                        midnight(LocalDate.ofInstant(clock.instant(), Wib.ZONE)),
                        kecamatan,
                        kecamatan)
                .forEach(step -> steps.put(step.state(), step.amount()));
        return steps;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Wib.ZONE).toInstant();
    }

    private static Stock stock(ResultSet row) throws SQLException {
        return new Stock(
                new NodeId(row.getString("node")),
                row.getString("measure"),
                row.getString("category"),
                row.getLong("amount"));
    }

    private record Submitted(NodeId node, long today, long month) {

        Sums toSums() {
            return new Sums(0, 0, 0, 0, Map.of(), today, month);
        }
    }

    private record Stock(NodeId node, String measure, String category, long amount) {

        Sums toSums() {
            return switch (measure) {
                case "people" ->
                    new Sums(
                            category.equals("M") ? amount : 0,
                            category.equals("F") ? amount : 0,
                            category.equals("?") ? amount : 0,
                            0,
                            Map.of(),
                            0,
                            0);
                case "families" -> new Sums(0, 0, 0, amount, Map.of(), 0, 0);
                case "requests" -> new Sums(0, 0, 0, 0, Map.of(RequestState.valueOf(category), amount), 0, 0);
                default -> Sums.NONE;
            };
        }
    }
}
