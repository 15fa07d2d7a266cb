package id.smartkampung.deploy.population;

import id.smartkampung.deploy.chance.Quota;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the people of the regency are spread over its desa and kelurahan ({@code bobot.csv}). */
final class Weights {

    private final List<KodeWilayah> desa = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();

    private Weights() {}

    static Weights read() {
        Weights read = new Weights();
        try (BufferedReader csv = new BufferedReader(
                new InputStreamReader(Weights.class.getResourceAsStream("bobot.csv"), StandardCharsets.UTF_8))) {
            csv.readLine();
            for (String line = csv.readLine(); line != null; line = csv.readLine()) {
                int comma = line.indexOf(',');
                read.desa.add(new KodeWilayah(line.substring(0, comma)));
                read.weights.add(new BigDecimal(line.substring(comma + 1))
                        .movePointRight(8)
                        .longValueExact());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the weights of the desa cannot be read", e);
        }
        return read;
    }

    /** Residents of each desa in the order of the codes; together exactly the total. */
    Map<KodeWilayah, Integer> residents(int total) {
        int[] parts =
                Quota.split(total, weights.stream().mapToLong(Long::longValue).toArray());
        Map<KodeWilayah, Integer> residents = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            residents.put(desa.get(i), parts[i]);
        }
        return residents;
    }
}
