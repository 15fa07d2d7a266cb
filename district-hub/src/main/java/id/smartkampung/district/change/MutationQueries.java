package id.smartkampung.district.change;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads how many mutations a village reported; the totals were moved with each batch, nothing is counted here. */
@ApplicationScoped
public class MutationQueries {

    private final Reading reading;

    MutationQueries(Reading reading) {
        this.reading = reading;
    }

    /** How many mutations of a kind a village reported in a month, and in the month before. */
    public record OfKind(MutationKind kind, long amount, long before) {}

    private record Total(YearMonth month, MutationKind kind, long amount) {}

    /** One line for each kind that is there in either month, in the order of the kinds. */
    public List<OfKind> ofMonth(NodeId node, YearMonth month) {
        Map<MutationKind, OfKind> kinds = new EnumMap<>(MutationKind.class);
        reading.list(
                        row -> total(row.getString("category"), row.getLong("amount")),
                        """
                        select category, amount from stock
                        where node = ? and measure = 'mutations' and amount <> 0 and left(category, 7) in (?, ?)
                        """,
                        node.value(),
                        month.toString(),
                        month.minusMonths(1).toString())
                .forEach(total -> kinds.merge(total.kind(), line(total, month), MutationQueries::plus));
        return List.copyOf(kinds.values());
    }

    private static Total total(String category, long amount) {
        int blank = category.indexOf(' ');
        return new Total(
                YearMonth.parse(category.substring(0, blank)),
                MutationKind.valueOf(category.substring(blank + 1)),
                amount);
    }

    private static OfKind line(Total total, YearMonth month) {
        boolean now = total.month().equals(month);
        return new OfKind(total.kind(), now ? total.amount() : 0, now ? 0 : total.amount());
    }

    private static OfKind plus(OfKind one, OfKind other) {
        return new OfKind(one.kind(), one.amount() + other.amount(), one.before() + other.before());
    }
}
