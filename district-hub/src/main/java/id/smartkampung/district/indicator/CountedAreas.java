package id.smartkampung.district.indicator;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;
import java.util.Map;

/**
 * The desa of which something is counted; larger areas are sums of them.
 *
 * @param asOf the day on which people are as old as counted; the last day of a month when its end is told
 * @param desa those that have sent people
 */
public record CountedAreas(LocalDate asOf, Map<KodeWilayah, Counts> desa) {

    public CountedAreas {
        desa = Map.copyOf(desa);
    }

    /** An area as the sum of its desa. */
    public Counts of(KodeWilayah area) {
        return Counts.sum(desa.entrySet().stream()
                .filter(entry -> lies(entry.getKey(), area))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** How many desa of an area are in it. */
    public long included(KodeWilayah area) {
        return desa.keySet().stream().filter(kode -> lies(kode, area)).count();
    }

    static boolean lies(KodeWilayah desa, KodeWilayah area) {
        return desa.equals(area) || desa.value().startsWith(area.value() + ".");
    }
}
