package id.smartkampung.deploy.population;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives NIK and No. KK. Each village has its own range of serials within its kecamatan, and within every code from
 * outside the regency, so that villages made one at a time never give the same number.
 */
final class Serials {

    private static final int SERIALS = 9999;
    private static final int DAY_OF_WOMEN = 40;

    private final String ownCode;
    private final Range ownRange;
    private final Range rangeElsewhere;
    private final Map<String, Integer> givenNik = new HashMap<>();
    private final Map<String, Integer> givenNoKk = new HashMap<>();

    /** The numbers of one of several populations of the same village: none gives a number of another. */
    Serials(KodeWilayah desa, int part, int parts) {
        ownCode = desa.kecamatan().digits();
        List<KodeWilayah> all = Wilayah.desa().stream().map(Wilayah.Area::kode).toList();
        ownRange = Range.of(
                        desa,
                        all.stream()
                                .filter(kode -> kode.kecamatan().equals(desa.kecamatan()))
                                .toList())
                .part(part, parts);
        rangeElsewhere = Range.of(desa, all).part(part, parts);
    }

    /** The serials of one village among those who give numbers under the same code. */
    private record Range(int first, int size) {

        static Range of(KodeWilayah desa, List<KodeWilayah> sharers) {
            int size = SERIALS / sharers.size();
            return new Range(sharers.indexOf(desa) * size + 1, size);
        }

        Range part(int part, int parts) {
            return new Range(first + part * (size / parts), size / parts);
        }
    }

    Nik nik(String registeredIn, LocalDate date, boolean woman) {
        return new Nik(next(givenNik, registeredIn, date, woman ? DAY_OF_WOMEN : 0));
    }

    NoKk noKk(LocalDate issuedOn) {
        return new NoKk(next(givenNoKk, ownCode(), issuedOn, 0));
    }

    String ownCode() {
        return ownCode;
    }

    /** The next free number; a day on which this village's range is used up gives way to the next day. */
    private String next(Map<String, Integer> given, String area, LocalDate date, int addedToDay) {
        Range range = area.equals(ownCode) ? ownRange : rangeElsewhere;
        for (LocalDate day = date; ; day = day.plusDays(1)) {
            String prefix = area
                    + digits(day.getDayOfMonth() + addedToDay, 2)
                    + digits(day.getMonthValue(), 2)
                    + digits(day.getYear() % 100, 2);
            int serial = given.merge(prefix, 1, Integer::sum);
            if (serial <= range.size()) {
                return prefix + digits(range.first() + serial - 1, 4);
            }
        }
    }

    static String digits(int number, int length) {
        String digits = Integer.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
