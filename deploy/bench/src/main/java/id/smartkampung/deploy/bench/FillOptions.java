package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.population.Population;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which villages a hub is filled with, and where.
 *
 * @param sizes residents of each village at the end of its two years
 * @param times how many people there shall be for one of the recipe; more than one only straight
 * @param straight whether rows are written into the tables of the hub, instead of events into the log
 * @param stay whether the hub goes on when all is there
 */
record FillOptions(
        Map<KodeWilayah, Integer> sizes, long seed, Path data, int port, int times, boolean straight, boolean stay) {

    static final String USAGE =
            "arguments: [KODE ...] [--residents N] [--seed N] [--data FOLDER] [--port N] [--straight [--times N]] [--stay]";

    private static final int PORT = 8080;
    private static final Set<String> FLAGS = Set.of("--straight", "--stay");
    private static final Set<String> VALUES = Set.of("--residents", "--seed", "--data", "--port", "--times");

    static FillOptions read(String... arguments) {
        List<KodeWilayah> kodes = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>();
        Set<String> flags = new HashSet<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (FLAGS.contains(argument)) {
                flags.add(argument);
            } else if (!argument.startsWith("--")) {
                kodes.add(new KodeWilayah(argument));
            } else if (!VALUES.contains(argument)) {
                throw new IllegalArgumentException("unknown argument " + argument);
            } else if (++i == arguments.length) {
                throw new IllegalArgumentException(argument + " needs a value");
            } else {
                given.put(argument, arguments[i]);
            }
        }
        int times = Integer.parseInt(given.getOrDefault("--times", "1"));
        boolean straight = flags.contains("--straight");
        if (times < 1 || (times > 1 && !straight)) {
            throw new IllegalArgumentException(
                    "--times takes a number from 1 on, and more than 1 only with --straight");
        }
        return new FillOptions(
                sizes(kodes, given.get("--residents")),
                Long.parseLong(given.getOrDefault("--seed", Long.toString(Population.DEFAULT_SEED))),
                Path.of(given.getOrDefault("--data", "deploy/bench/target/full-size")),
                Integer.parseInt(given.getOrDefault("--port", Integer.toString(PORT))),
                times,
                straight,
                flags.contains("--stay"));
    }

    private static Map<KodeWilayah, Integer> sizes(List<KodeWilayah> kodes, String residents) {
        Map<KodeWilayah, Integer> full = Population.fullSize();
        Map<KodeWilayah, Integer> sizes = new LinkedHashMap<>();
        for (KodeWilayah kode : kodes.isEmpty() ? full.keySet() : kodes) {
            if (!full.containsKey(kode)) {
                throw new IllegalArgumentException(kode + " is no desa or kelurahan of the regency");
            }
            sizes.put(kode, residents == null ? full.get(kode) : Integer.valueOf(residents));
        }
        return sizes;
    }

    int residents() {
        return times * sizes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
