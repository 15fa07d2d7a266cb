package id.smartkampung.district.population;

import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the people of each desa, now or as they were at the end of a month; no resident is counted for it. */
@ApplicationScoped
public class PopulationQueries {

    private static final String NOW = """
            select v.kode_desa, p.trait, p.amounts from population p join village v on v.node = p.node
            where p.trait = any(?) and (cast(? as text) is null or v.kode_kecamatan = ?)
            """;
    private static final String AT_THE_END = """
            select v.kode_desa, p.trait, p.amounts from population_month p join village v on v.node = p.node
            where p.trait = any(?) and (cast(? as text) is null or v.kode_kecamatan = ?) and p.month = ?
            """;
    private static final String FAMILIES = """
            select v.kode_desa, p.amounts[1] as families from population_month p join village v on v.node = p.node
            where p.trait = 'families' and (cast(? as text) is null or v.kode_kecamatan = ?) and p.month = ?
            """;

    private final Reading reading;

    PopulationQueries(Reading reading) {
        this.reading = reading;
    }

    private record Line(KodeWilayah desa, Trait trait, List<Integer> amounts) {}

    private record Families(KodeWilayah desa, long amount) {}

    /** The people of each desa that has sent some, as far as some traits. */
    public Map<KodeWilayah, Population> now(VisibleArea area, Collection<Trait> traits) {
        return people(NOW, names(traits), area.kecamatan(), area.kecamatan());
    }

    /** The same at the end of a month. */
    public Map<KodeWilayah, Population> at(YearMonth month, VisibleArea area, Collection<Trait> traits) {
        return people(AT_THE_END, names(traits), area.kecamatan(), area.kecamatan(), month.atDay(1));
    }

    /** The families of each desa at the end of a month. */
    public Map<KodeWilayah, Long> familiesAt(YearMonth month, VisibleArea area) {
        Map<KodeWilayah, Long> families = new HashMap<>();
        reading.list(
                        row -> new Families(new KodeWilayah(row.getString("kode_desa")), row.getLong("families")),
                        FAMILIES,
                        area.kecamatan(),
                        area.kecamatan(),
                        month.atDay(1))
                .forEach(line -> families.merge(line.desa(), line.amount(), Long::sum));
        return families;
    }

    /** The oldest day as of which ages stand; empty before any village has sent anything. */
    public Optional<LocalDate> asOf(VisibleArea area) {
        return reading.first(
                        row -> Optional.ofNullable(row.getObject("as_of", LocalDate.class)),
                        """
                        select min(d.as_of) as as_of from population_day d join village v on v.node = d.node
                        where cast(? as text) is null or v.kode_kecamatan = ?
                        """,
                        area.kecamatan(),
                        area.kecamatan())
                .flatMap(day -> day);
    }

    /** The last month whose end was kept. */
    public Optional<YearMonth> lastKept(VisibleArea area) {
        return reading.first(
                        row -> Optional.ofNullable(row.getObject("month", LocalDate.class)),
                        """
                        select max(p.month) as month from population_month p join village v on v.node = p.node
                        where cast(? as text) is null or v.kode_kecamatan = ?
                        """,
                        area.kecamatan(),
                        area.kecamatan())
                .flatMap(month -> month)
                .map(YearMonth::from);
    }

    private Map<KodeWilayah, Population> people(String query, Object... parameters) {
        Map<KodeWilayah, Population> people = new HashMap<>();
        for (Line line : reading.list(PopulationQueries::line, query, parameters)) {
            people.computeIfAbsent(line.desa(), desa -> new Population()).read(line.trait(), line.amounts());
        }
        return people;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new KodeWilayah(row.getString("kode_desa")), Trait.ofStored(row.getString("trait")), List.of((Integer[])
                        row.getArray("amounts").getArray()));
    }

    private static String[] names(Collection<Trait> traits) {
        List<String> names = traits.stream().map(Trait::stored).toList();
        return names.toArray(String[]::new);
    }
}
