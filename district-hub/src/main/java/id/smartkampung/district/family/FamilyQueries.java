package id.smartkampung.district.family;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.PersonRow;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads families of all villages; whoever shows one leaves a trace of it. */
@ApplicationScoped
class FamilyQueries {

    private static final String ROWS = """
            select f.node, f.id, v.kode_desa, f.no_kk, f.address, f.dusun, f.rw, f.rt
            from family f join village v on v.node = f.node
            where (cast(? as text[]) is null or v.kode_desa ^@ any (?))
            """;

    private final Reading reading;

    FamilyQueries(Reading reading) {
        this.reading = reading;
    }

    /** One family as the kabupaten keeps it; whatever a village did not record is null. */
    record FamilyRow(
            NodeId node, UUID id, KodeWilayah desa, NoKk noKk, String address, String dusun, String rw, String rt)
            implements PersonRow {}

    /** In the order of their villages; one more than the limit, if there are more. */
    List<FamilyRow> find(VisibleArea area, String village, Cursor after, int limit) {
        String node = village.isBlank() ? null : village;
        return reading.list(
                FamilyQueries::row,
                ROWS + """
                and (cast(? as text) is null or f.node = ?)
                """ + Cursor.NEXT.formatted("f"),
                Reading.with(new Object[] {area.orNull(), area.orNull(), node, node}, Cursor.next(after, limit)));
    }

    Optional<FamilyRow> find(NodeId node, UUID id, VisibleArea area) {
        return reading.first(
                FamilyQueries::row,
                ROWS + "and f.node = ? and f.id = ?",
                area.orNull(),
                area.orNull(),
                node.value(),
                id);
    }

    private static FamilyRow row(ResultSet row) throws SQLException {
        String noKk = row.getString("no_kk");
        return new FamilyRow(
                new NodeId(row.getString("node")),
                row.getObject("id", UUID.class),
                new KodeWilayah(row.getString("kode_desa")),
                noKk == null ? null : new NoKk(noKk),
                row.getString("address"),
                row.getString("dusun"),
                row.getString("rw"),
                row.getString("rt"));
    }
}
