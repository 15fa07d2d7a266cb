package id.smartkampung.district.dashboard;

import id.smartkampung.district.overview.Overview.KecamatanLine;
import id.smartkampung.district.overview.VillageLine;
import id.smartkampung.district.statistics.Sums;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How an official wants the table: sorted by what, which kecamatan are open. All of it stands in the address, so that it
 * works without scripts and stays while numbers move.
 */
public record TableChoice(String sort, boolean descending, Set<String> open, boolean all) {

    /** One column; not on narrow screens if it is wide. */
    public record Column(String slug, String text, boolean numeric, boolean wide) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("nama", "column.kecamatan", false, false),
            new Column("penduduk", "column.people", true, false),
            new Column("laki", "column.men", true, true),
            new Column("perempuan", "column.women", true, true),
            new Column("keluarga", "column.families", true, true),
            new Column("berjalan", "column.open", true, false),
            new Column("hari", "column.today", true, true),
            new Column("tunda", "column.lag", true, false),
            new Column("keadaan", "column.complete", false, false),
            new Column("terdengar", "column.heard", true, true));

    /** Stands in an address where every kecamatan was closed on purpose. */
    private static final String NONE = "-";

    static final String BY_NAME = "nama";

    private static final Map<String, ToLongFunction<KecamatanLine>> KECAMATAN_KEYS = keys(
            KecamatanLine::sums,
            Map.of(
                    "terdengar",
                    line -> millis(line.lastHeardAt()),
                    "tunda",
                    KecamatanLine::lag,
                    "keadaan",
                    line -> line.villages().size() - line.complete()));
    private static final Map<String, ToLongFunction<VillageLine>> VILLAGE_KEYS = keys(
            VillageLine::sums,
            Map.of(
                    "terdengar",
                    line -> millis(line.status().lastHeardAt()),
                    "tunda",
                    line -> line.status().lag(),
                    "keadaan",
                    line -> line.isComplete() ? 0 : 1));

    private static <T> Map<String, ToLongFunction<T>> keys(
            Function<T, Sums> sums, Map<String, ToLongFunction<T>> others) {
        Map<String, ToLongFunction<T>> keys = new HashMap<>(others);
        keys.put("penduduk", line -> sums.apply(line).people());
        keys.put("laki", line -> sums.apply(line).men());
        keys.put("perempuan", line -> sums.apply(line).women());
        keys.put("keluarga", line -> sums.apply(line).families());
        keys.put("berjalan", line -> sums.apply(line).open());
        keys.put("hari", line -> sums.apply(line).today());
        return Map.copyOf(keys);
    }

    /** Zero for what was never heard. */
    private static long millis(Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }

    /** A choice from an address; what cannot be sorted by is the name. */
    static TableChoice of(String sort, String direction, List<String> open, boolean all) {
        boolean known = KECAMATAN_KEYS.containsKey(sort);
        return new TableChoice(
                known ? sort : BY_NAME,
                known ? !direction.equals("naik") : direction.equals("turun"),
                Set.copyOf(open.stream().filter(kode -> !kode.equals(NONE)).toList()),
                all);
    }

    public List<Column> columns() {
        return COLUMNS;
    }

    List<KecamatanLine> sorted(List<KecamatanLine> lines) {
        return lines.stream()
                .sorted(order(KECAMATAN_KEYS.get(sort), Comparator.comparing(KecamatanLine::name)))
                .toList();
    }

    /** The villages of an open kecamatan in the same order. */
    public List<VillageLine> villagesOf(KecamatanLine kecamatan) {
        return kecamatan.villages().stream()
                .sorted(order(
                        VILLAGE_KEYS.get(sort),
                        Comparator.comparing(line -> line.status().name())))
                .toList();
    }

    public boolean isOpen(KecamatanLine kecamatan) {
        return open.contains(kecamatan.kode().value());
    }

    /** The same table, sorted by a column; asked twice it turns round. */
    public String sortedBy(String column) {
        boolean turned = column.equals(sort) ? !descending : !column.equals(BY_NAME);
        return new TableChoice(column, turned, open, all).query();
    }

    /** For {@code aria-sort}. */
    public String direction(String column) {
        if (!column.equals(sort)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    /** The same table with this kecamatan opened or closed. */
    public String toggled(KecamatanLine kecamatan) {
        Set<String> other = new TreeSet<>(open);
        if (!other.remove(kecamatan.kode().value())) {
            other.add(kecamatan.kode().value());
        }
        return new TableChoice(sort, descending, other, all).query();
    }

    /** The same table with the kecamatan of which no village has joined, or without. */
    public String toggledAll() {
        return new TableChoice(sort, descending, open, !all).query();
    }

    public String query() {
        StringBuilder query =
                new StringBuilder("urut=").append(sort).append("&arah=").append(descending ? "turun" : "naik");
        new TreeSet<>(open)
                .forEach(kode -> query.append("&buka=").append(URLEncoder.encode(kode, StandardCharsets.UTF_8)));
        if (open.isEmpty()) {
            query.append("&buka=").append(NONE);
        }
        return all ? query.append("&semua=1").toString() : query.toString();
    }

    private <L> Comparator<L> order(ToLongFunction<L> key, Comparator<L> byName) {
        if (key == null) {
            return descending ? byName.reversed() : byName;
        }
        Comparator<L> byKey = Comparator.comparingLong(key);
        return (descending ? byKey.reversed() : byKey).thenComparing(byName);
    }
}
