package id.smartkampung.district.overview;

import id.smartkampung.district.status.VillageState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which villages an official wants to see, in which order. */
public record VillageFilter(String q, String kec, Kind kind, Order order) {

    /** The chips above the list. */
    public enum Kind {
        ALL("", line -> true),
        URGENT("perlu", VillageLine::isUrgent),
        OFFLINE("luring", VillageLine::isOffline),
        CATCHING_UP("mengejar", line -> line.status().state() == VillageState.CATCHING_UP),
        GAP("celah", line -> line.status().gap() != null),
        PARKED("tertahan", line -> line.status().parked() > 0),
        NEVER_HEARD("menunggu", line -> line.status().state() == VillageState.NEVER_HEARD),
        COMPLETE("lengkap", VillageLine::isComplete);

        private final String slug;
        private final Predicate<VillageLine> holds;

        Kind(String slug, Predicate<VillageLine> holds) {
            this.slug = slug;
            this.holds = holds;
        }

        public String slug() {
            return slug;
        }

        boolean holds(VillageLine line) {
            return holds.test(line);
        }

        static Kind of(String slug) {
            for (Kind kind : values()) {
                if (kind.slug.equals(slug)) {
                    return kind;
                }
            }
            return ALL;
        }
    }

    /** What the list can be sorted by. */
    public enum Order {
        /** What needs a person first. */
        URGENCY(
                "keadaan",
                Comparator.comparing((VillageLine line) -> line.status().state())
                        .thenComparing(line -> -line.status().parked())),
        NAME("nama", Comparator.comparing((VillageLine line) -> line.status().name())),
        PEOPLE(
                "penduduk",
                Comparator.comparing((VillageLine line) -> -line.sums().people())),
        LAG("tunda", Comparator.comparing((VillageLine line) -> -line.status().lag())),
        HEARD(
                "terdengar",
                Comparator.comparing(
                        (VillageLine line) -> line.status().lastHeardAt(),
                        Comparator.nullsFirst(Comparator.naturalOrder())));

        private final String slug;
        private final Comparator<VillageLine> comparator;

        Order(String slug, Comparator<VillageLine> comparator) {
            this.slug = slug;
            this.comparator = comparator.thenComparing(line -> line.status().node());
        }

        public String slug() {
            return slug;
        }

        static Order of(String slug) {
            for (Order order : values()) {
                if (order.slug.equals(slug)) {
                    return order;
                }
            }
            return URGENCY;
        }
    }

    public static VillageFilter of(String q, String kec, String saring, String urut) {
        return new VillageFilter(q.strip(), kec, Kind.of(saring), Order.of(urut));
    }

    /** In the chosen order, without looking at the chip. */
    List<VillageLine> search(List<VillageLine> villages) {
        String wanted = folded(q);
        return villages.stream()
                .filter(line ->
                        kec.isBlank() || line.status().kecamatan().value().equals(kec))
                .filter(line -> folded(line.status().name()).contains(wanted)
                        || line.status().desa().digits().contains(wanted)
                        || line.status().node().value().contains(q))
                .sorted(order.comparator)
                .toList();
    }

    /** The villages that come after the given one in the chosen order, also when that one is not among them any more. */
    List<VillageLine> after(List<VillageLine> sorted, VillageLine last) {
        return sorted.stream()
                .filter(line -> order.comparator.compare(line, last) > 0)
                .toList();
    }

    public String withKind(Kind other) {
        return new VillageFilter(q, kec, other, order).query();
    }

    public String query() {
        return "q=" + encoded(q) + "&kec=" + encoded(kec) + "&saring=" + kind.slug + "&urut=" + order.slug;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace(" ", "").replace(".", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
