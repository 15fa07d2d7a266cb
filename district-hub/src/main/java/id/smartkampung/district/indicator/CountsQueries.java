package id.smartkampung.district.indicator;

import id.smartkampung.district.population.Population;
import id.smartkampung.district.population.PopulationQueries;
import id.smartkampung.district.population.Trait;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings together what is counted of each desa: people, families, size, and what happened in twelve months. */
@ApplicationScoped
public class CountsQueries {

    private static final int MONTHS = 12;

    private final Reading reading;
    private final PopulationQueries population;
    private final Clock clock;

    CountsQueries(Reading reading, PopulationQueries population, Clock clock) {
        this.reading = reading;
        this.population = population;
        this.clock = clock;
    }

    private record OfDesa(KodeWilayah desa, long amount) {}

    private record OfKind(KodeWilayah desa, YearMonth month, MutationKind kind, long amount) {}

    /** What is counted now. */
    public CountedAreas now(VisibleArea area, Collection<Trait> traits) {
        LocalDate today = Wib.dateOf(clock.instant());
        Map<KodeWilayah, Long> families = byDesa("""
                select v.kode_desa, s.amount from stock s join village v on v.node = s.node
                where s.measure = 'families' and (cast(? as text) is null or v.kode_kecamatan = ?)
                """, area.kecamatan(), area.kecamatan());
        return counted(
                population.asOf(area).orElse(today),
                area,
                population.now(area, traits),
                families,
                YearMonth.from(today).minusMonths(1),
                true);
    }

    /** What was counted at the end of the last month that was kept; empty before one was. */
    public Optional<CountedAreas> atTheLastMonthsEnd(VisibleArea area, Collection<Trait> traits) {
        return population
                .lastKept(area)
                .map(month -> counted(
                        month.atEndOfMonth(),
                        area,
                        population.at(month, area, traits),
                        population.familiesAt(month, area),
                        month,
                        false));
    }

    /**
     * What happened in an area in each of the last complete months, the oldest first; all kinds of those that hold.
     *
     * @param last the newest of these months
     */
    public Map<YearMonth, Map<MutationKind, Long>> byMonth(KodeWilayah area, YearMonth last) {
        Map<YearMonth, Map<MutationKind, Long>> months = new TreeMap<>();
        for (int i = MONTHS - 1; i >= 0; i--) {
            months.put(last.minusMonths(i), new EnumMap<>(MutationKind.class));
        }
        for (OfKind line : mutations(VisibleArea.REGENCY, last.minusMonths(MONTHS - 1))) {
            Map<MutationKind, Long> month = months.get(line.month());
            if (month != null && CountedAreas.lies(line.desa(), area)) {
                month.merge(line.kind(), line.amount(), Long::sum);
            }
        }
        return months;
    }

    private CountedAreas counted(
            LocalDate asOf,
            VisibleArea area,
            Map<KodeWilayah, Population> people,
            Map<KodeWilayah, Long> families,
            YearMonth last,
            boolean goesOn) {
        Map<KodeWilayah, Long> sizes = byDesa("select kode_desa, square_metres as amount from area_size");
        Map<KodeWilayah, Flows> flows = flows(area, last, goesOn);
        Map<KodeWilayah, Counts> desa = new HashMap<>();
        people.forEach((kode, counted) -> desa.put(
                kode,
                new Counts(
                        counted,
                        families.getOrDefault(kode, 0L),
                        sizes.get(kode),
                        flows.getOrDefault(kode, new Flows(Map.of(), 0, 0L)))));
        return new CountedAreas(asOf, desa);
    }

    private Map<KodeWilayah, Flows> flows(VisibleArea area, YearMonth last, boolean goesOn) {
        YearMonth first = last.minusMonths(MONTHS - 1);
        Map<KodeWilayah, Long> infants =
                byDesa("""
                select v.kode_desa, count(*) as amount
                from mutation m join resident r on r.node = m.node and r.id = m.resident_id
                    join village v on v.node = m.node
                where m.kind = 'DEATH' and m.counted and m.undone_at is null and m.booked_on >= ? and m.booked_on < ?
                    and m.happened_on < r.born_on + interval '1 year'
                    and (cast(? as text) is null or v.kode_kecamatan = ?)
                group by v.kode_desa
                """, first.atDay(1), last.plusMonths(1).atDay(1), area.kecamatan(), area.kecamatan());
        Map<KodeWilayah, Map<MutationKind, Long>> year = new HashMap<>();
        Map<KodeWilayah, Map<MutationKind, Long>> since = new HashMap<>();
        for (OfKind line : mutations(area, first)) {
            Map<KodeWilayah, Map<MutationKind, Long>> into = line.month().isAfter(last) ? since : year;
            into.computeIfAbsent(line.desa(), some -> new EnumMap<>(MutationKind.class))
                    .merge(line.kind(), line.amount(), Long::sum);
        }
        Map<KodeWilayah, Flows> flows = new HashMap<>();
        for (KodeWilayah desa : keys(year, since)) {
            long more = goesOn ? Flows.net(since.getOrDefault(desa, Map.of())) : 0;
            flows.put(desa, new Flows(year.getOrDefault(desa, Map.of()), more, infants.getOrDefault(desa, 0L)));
        }
        return flows;
    }

    private static Collection<KodeWilayah> keys(Map<KodeWilayah, ?> some, Map<KodeWilayah, ?> others) {
        Map<KodeWilayah, Object> keys = new HashMap<>(some);
        keys.putAll(others);
        return keys.keySet();
    }

    /** Mutations that hold by desa, month of the books and kind, from a month on. */
    private List<OfKind> mutations(VisibleArea area, YearMonth first) {
        return reading.list(
                row -> new OfKind(
                        new KodeWilayah(row.getString("kode_desa")),
                        YearMonth.parse(row.getString("month")),
                        MutationKind.valueOf(row.getString("kind")),
                        row.getLong("amount")),
                """
                select v.kode_desa, left(s.category, 7) as month, substr(s.category, 9) as kind, s.amount
                from stock s join village v on v.node = s.node
                where s.measure = 'mutations' and s.category >= ? and s.amount <> 0
                    and (cast(? as text) is null or v.kode_kecamatan = ?)
                """,
                first.toString(),
                area.kecamatan(),
                area.kecamatan());
    }

    private Map<KodeWilayah, Long> byDesa(String query, Object... parameters) {
        Map<KodeWilayah, Long> amounts = new HashMap<>();
        reading.list(
                        row -> new OfDesa(new KodeWilayah(row.getString("kode_desa")), row.getLong("amount")),
                        query,
                        parameters)
                .forEach(line -> amounts.merge(line.desa(), line.amount(), Long::sum));
        return amounts;
    }
}
