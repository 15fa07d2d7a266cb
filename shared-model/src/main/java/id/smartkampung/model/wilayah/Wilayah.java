package id.smartkampung.model.wilayah;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The areas of the regency with their names, and the provinsi, kabupaten and kota of the country: read once from {@code
 * banyuwangi.csv} and {@code kabupaten.csv} (ODbL, see NOTICE.md).
 */
public final class Wilayah {

    private static final NavigableMap<KodeWilayah, Area> AREAS = read("banyuwangi.csv");
    private static final NavigableMap<KodeWilayah, Area> COUNTRY = read("kabupaten.csv");

    private Wilayah() {}

    /** One area of the administration. Names repeat within a regency; the code is what identifies it. */
    public record Area(KodeWilayah kode, String name) {}

    public static Optional<Area> find(KodeWilayah kode) {
        return Optional.ofNullable(AREAS.getOrDefault(kode, COUNTRY.get(kode)));
    }

    /** All provinsi of the country. */
    public static List<Area> provinsi() {
        return ofLevel(COUNTRY, KodeWilayah.Level.PROVINSI);
    }

    /** All kabupaten and kota of the country in the order of their codes. */
    public static List<Area> kabupaten() {
        return ofLevel(COUNTRY, KodeWilayah.Level.KABUPATEN);
    }

    public static List<Area> kecamatan() {
        return ofLevel(AREAS, KodeWilayah.Level.KECAMATAN);
    }

    /** All desa and kelurahan in the order of their codes. */
    public static List<Area> desa() {
        return ofLevel(AREAS, KodeWilayah.Level.DESA);
    }

    private static List<Area> ofLevel(NavigableMap<KodeWilayah, Area> from, KodeWilayah.Level level) {
        return from.values().stream()
                .filter(area -> area.kode().level() == level)
                .toList();
    }

    private static NavigableMap<KodeWilayah, Area> read(String name) {
        NavigableMap<KodeWilayah, Area> areas = new TreeMap<>();
        try (BufferedReader csv = new BufferedReader(
                new InputStreamReader(Wilayah.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            csv.readLine();
            for (String line = csv.readLine(); line != null; line = csv.readLine()) {
                int comma = line.indexOf(',');
                KodeWilayah kode = new KodeWilayah(line.substring(0, comma));
                areas.put(kode, new Area(kode, line.substring(comma + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of areas cannot be read", e);
        }
        return areas;
    }
}
