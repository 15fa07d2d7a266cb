package id.smartkampung.district.api;

import id.smartkampung.district.village.VisibleArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Tells programs of persons: each page says of which places in the logs it is, and of whom was told is written down. */
@ApplicationScoped
public class PersonRows {

    private final AsOfQueries asOf;
    private final PersonReadings readings;

    PersonRows(AsOfQueries asOf, PersonReadings readings) {
        this.asOf = asOf;
        this.readings = readings;
    }

    /**
     * A page.
     *
     * @param action by which it stands in the audit trail
     * @param kind resident, family or mutation
     * @param fields those that are shown
     * @param village the only one that is asked for; null or blank for all
     * @param rows reads one more than the page holds, if there are more
     */
    public <R extends PersonRow> Slice<R> page(
            String action,
            String kind,
            Collection<String> fields,
            VisibleArea area,
            String village,
            int most,
            Supplier<List<R>> rows) {
        boolean one = village != null && !village.isBlank();
        List<AsOf> positions = asOf.now(area, one ? village : null);
        Slice<R> page = Slice.of(rows.get(), most, Cursor::of).at(positions, PersonRow::node);
        readings.record(action, one ? "village/" + village : "village/*", kind, fields, page.items());
        return page;
    }

    /** One that was asked for by its id. */
    public void told(String action, String kind, Collection<String> fields, PersonRow row) {
        readings.record(action, kind + "/" + row.node() + "/" + row.id(), kind, fields, List.of(row));
    }
}
