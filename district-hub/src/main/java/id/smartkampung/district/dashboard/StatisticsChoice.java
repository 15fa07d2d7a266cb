package id.smartkampung.district.dashboard;

import id.smartkampung.district.indicator.Composition;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.population.Trait;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.text.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an official wants to see of the statistics; all of it stands in the address.
 *
 * @param area kabupaten, kecamatan or desa
 * @param other an area beside it, or null
 * @param indicator what the map shows
 * @param trait what the table of the composition shows
 * @param order by which column it is sorted
 */
public record StatisticsChoice(
        KodeWilayah area, KodeWilayah other, Indicator indicator, Trait trait, Order order, VisibleArea visible) {

    /** A column of the composition. */
    public enum Order {
        CODE("kode"),
        MEN("laki"),
        WOMEN("perempuan"),
        ALL("jumlah");

        private final String slug;

        Order(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }

        public boolean isNumeric() {
            return this != CODE;
        }
    }

    /** From an address; what is not known, or may not be seen, is the first there is. */
    static StatisticsChoice of(
            VisibleArea visible, String area, String other, String indicator, String trait, String order) {
        KodeWilayah whole = visible.isWhole()
                ? Wilayah.kecamatan().get(0).kode().kabupaten()
                : new KodeWilayah(visible.kecamatan());
        return new StatisticsChoice(
                seen(visible, area).orElse(whole),
                seen(visible, other).orElse(null),
                Indicator.ofSlug(indicator).orElse(Indicator.PEOPLE),
                Composition.traits().stream()
                        .filter(one -> slugOf(one).equals(trait))
                        .findFirst()
                        .orElse(Trait.RELIGION),
                Stream.of(Order.values())
                        .filter(one -> one.slug().equals(order))
                        .findFirst()
                        .orElse(Order.CODE),
                visible);
    }

    private static Optional<KodeWilayah> seen(VisibleArea visible, String text) {
        return Stream.concat(
                        visible.isWhole()
                                ? Stream.of(Wilayah.kecamatan().get(0).kode().kabupaten())
                                : Stream.of(),
                        Stream.concat(Wilayah.kecamatan().stream(), Wilayah.desa().stream())
                                .map(Wilayah.Area::kode)
                                .filter(visible::contains))
                .filter(kode -> kode.value().equals(text))
                .findFirst();
    }

    /** The areas that may be chosen: the whole, the kecamatan, and the desa of the kecamatan that is open. */
    public List<Choice> areas() {
        List<Choice> areas = new ArrayList<>();
        if (visible.isWhole()) {
            KodeWilayah kabupaten = Wilayah.kecamatan().get(0).kode().kabupaten();
            areas.add(new Choice(kabupaten.value(), nameOf(kabupaten)));
        }
        for (Wilayah.Area kecamatan : Wilayah.kecamatan()) {
            if (visible.contains(kecamatan.kode())) {
                areas.add(new Choice(kecamatan.kode().value(), nameOf(kecamatan.kode())));
                Wilayah.desa().stream()
                        .map(Wilayah.Area::kode)
                        .filter(desa -> desa.kecamatan().equals(kecamatan.kode()) && isNear(desa))
                        .forEach(desa -> areas.add(new Choice(desa.value(), "– " + nameOf(desa))));
            }
        }
        return areas;
    }

    private boolean isNear(KodeWilayah desa) {
        return Stream.of(Optional.of(area), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .anyMatch(near -> near.level().compareTo(KodeWilayah.Level.KECAMATAN) >= 0
                        && near.kecamatan().equals(desa.kecamatan()));
    }

    public List<Trait> traits() {
        return Composition.traits();
    }

    public List<Order> orders() {
        return List.of(Order.values());
    }

    /** For {@code aria-sort}: numbers stand with the largest first. */
    public String direction(Order column) {
        if (column != order) {
            return "none";
        }
        return column == Order.CODE ? "ascending" : "descending";
    }

    public String key(String word) {
        return indicator.key(word);
    }

    public String areaName() {
        return nameOf(area);
    }

    public String otherName() {
        return nameOf(other);
    }

    /** How many desa and kelurahan the area has. */
    public long desa() {
        return Wilayah.desa().stream()
                .filter(place -> (place.kode().value() + ".").startsWith(area.value() + "."))
                .count();
    }

    public String query() {
        return query(area, indicator, order);
    }

    public String showing(Indicator another) {
        return query(area, another, order);
    }

    public String of(KodeWilayah another) {
        return query(another, indicator, order);
    }

    public String sortedBy(Order another) {
        return query(area, indicator, another);
    }

    private String query(KodeWilayah where, Indicator shown, Order by) {
        return "wilayah=" + where + (other == null ? "" : "&banding=" + other) + "&ukuran=" + shown.slug() + "&rincian="
                + slugOf(trait) + "&urut=" + by.slug();
    }

    static String nameOf(KodeWilayah kode) {
        String name = Wilayah.find(kode).map(Wilayah.Area::name).orElse(kode.value());
        return switch (kode.level()) {
            case KECAMATAN -> "Kecamatan " + name;
            case DESA -> (kode.isKelurahan() ? "Kelurahan " : "Desa ") + name;
            default -> name;
        };
    }

    /** The word of an address. */
    public String slug(Trait one) {
        return slugOf(one);
    }

    private static String slugOf(Trait trait) {
        return trait.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
