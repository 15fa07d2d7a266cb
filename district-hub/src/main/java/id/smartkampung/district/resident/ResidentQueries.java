package id.smartkampung.district.resident;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads residents of all villages; whoever shows one leaves a trace of it. */
@ApplicationScoped
public class ResidentQueries {

    private static final String ROWS = """
            select r.node, r.id, r.family_id, v.name as village_name, v.kode_desa, r.nik, f.no_kk, r.full_name, r.sex, r.born_in,
                   r.born_on, r.base_status, r.relationship, r.marital_status,
                   coalesce(r.current_address, f.address) as address,
                   coalesce(f.dusun, r.dusun) as dusun, coalesce(f.rw, r.rw) as rw, coalesce(f.rt, r.rt) as rt
            from resident r
            join village v on v.node = r.node
            left join family f on f.node = r.node and f.id = r.family_id
            """;
    private static final String CHOSEN = """
            where (cast(? as text[]) is null or v.kode_desa ^@ any (?))
              and (cast(? as text) is null or r.node = ?)
              and (cast(? as text) is null or r.nik = ?)
              and translate(lower(r.full_name), '''`’.-', '') like all (?)
            """ + Cursor.NEXT.formatted("r");

    private final Reading reading;

    ResidentQueries(Reading reading) {
        this.reading = reading;
    }

    /** In the order of their villages; one more than the limit, if there are more. */
    public List<ResidentRow> find(ResidentSearch search, VisibleArea area, Cursor after, int limit) {
        String node = search.node().isBlank() ? null : search.node();
        Object[] chosen = {area.orNull(), area.orNull(), node, node, search.nik(), search.nik(), search.patterns()};
        return reading.list(ResidentQueries::row, ROWS + CHOSEN, Reading.with(chosen, Cursor.next(after, limit)));
    }

    public Optional<ResidentRow> find(NodeId node, UUID id, VisibleArea area) {
        return reading.first(
                ResidentQueries::row,
                ROWS + "where r.node = ? and r.id = ? and (cast(? as text[]) is null or v.kode_desa ^@ any (?))",
                node.value(),
                id,
                area.orNull(),
                area.orNull());
    }

    private static ResidentRow row(ResultSet row) throws SQLException {
        String nik = row.getString("nik");
        String noKk = row.getString("no_kk");
        return new ResidentRow(
                new NodeId(row.getString("node")),
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                row.getString("village_name"),
                new KodeWilayah(row.getString("kode_desa")),
                nik == null ? null : new Nik(nik),
                noKk == null ? null : new NoKk(noKk),
                row.getString("full_name"),
                Reading.coded(Sex.class, row, "sex"),
                row.getString("born_in"),
                row.getObject("born_on", LocalDate.class),
                Reading.coded(BaseStatus.class, row, "base_status"),
                Reading.coded(Relationship.class, row, "relationship"),
                Reading.coded(MaritalStatus.class, row, "marital_status"),
                row.getString("address"),
                row.getString("dusun"),
                row.getString("rw"),
                row.getString("rt"));
    }
}
