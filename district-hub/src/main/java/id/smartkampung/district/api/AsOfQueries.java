package id.smartkampung.district.api;

import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads how far the data of villages are. */
@ApplicationScoped
public class AsOfQueries {

    private final Reading reading;

    AsOfQueries(Reading reading) {
        this.reading = reading;
    }

    /**
     * Of each village that may be seen; to be asked before the data, which are then at least as new.
     *
     * @param village the only one that is asked for; null for all
     */
    public List<AsOf> now(VisibleArea area, String village) {
        return reading.list(
                row -> new AsOf(
                        row.getString("node"),
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        Reading.instant(row, "last_heard_at"),
                        Reading.number(row, "proven"),
                        Reading.instant(row, "proven_at")),
                """
                select c.node, c.epoch, c.sequence, v.last_heard_at, p.sequence as proven, p.proven_at
                from log_cursor c join village v on v.node = c.node left join proof p on p.node = c.node
                where (cast(? as text[]) is null or v.kode_desa ^@ any (?)) and (cast(? as text) is null or c.node = ?)
                order by c.node
                """,
                area.orNull(),
                area.orNull(),
                village,
                village);
    }
}
