package id.smartkampung.district.change;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads mutations, and how many a village reported; the totals were moved with each batch, nothing is counted here. */
@ApplicationScoped
public class MutationQueries {

    private static final String ROWS = """
            select m.node, m.id, v.kode_desa, m.resident_id, m.family_id, m.kind, m.happened_on, m.reported_on,
                m.booked_on, m.counted, m.sex, m.other_area, m.undone_at
            from mutation m join village v on v.node = m.node
            where (cast(? as text[]) is null or v.kode_desa ^@ any (?))
            """;

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

    /** In the order of their villages; one more than the limit, if there are more. */
    List<MutationRow> find(MutationFilter filter, Cursor after, int limit) {
        return reading.list(
                MutationQueries::row,
                ROWS + """
                and (cast(? as text) is null or m.node = ?)
                and (cast(? as text) is null or m.kind = ?)
                and (cast(? as date) is null or m.booked_on >= ?)
                and (cast(? as date) is null or m.booked_on <= ?)
                """ + Cursor.NEXT.formatted("m"),
                Reading.with(parameters(filter), Cursor.next(after, limit)));
    }

    Optional<MutationRow> find(NodeId node, UUID id, VisibleArea area) {
        return reading.first(
                MutationQueries::row,
                ROWS + "and m.node = ? and m.id = ?",
                area.orNull(),
                area.orNull(),
                node.value(),
                id);
    }

    private static Object[] parameters(MutationFilter filter) {
        return new Object[] {
            filter.area().orNull(), filter.area().orNull(),
            filter.node(), filter.node(),
            filter.kindName(), filter.kindName(),
            filter.from(), filter.from(),
            filter.until(), filter.until()
        };
    }

    private static MutationRow row(ResultSet row) throws SQLException {
        return new MutationRow(
                new NodeId(row.getString("node")),
                row.getObject("id", UUID.class),
                new KodeWilayah(row.getString("kode_desa")),
                row.getObject("resident_id", UUID.class),
                row.getObject("family_id", UUID.class),
                MutationKind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("booked_on", LocalDate.class),
                row.getBoolean("counted"),
                Reading.coded(Sex.class, row, "sex"),
                row.getString("other_area"),
                Reading.instant(row, "undone_at"));
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
