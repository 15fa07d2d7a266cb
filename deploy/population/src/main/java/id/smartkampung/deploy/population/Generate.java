package id.smartkampung.deploy.population;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Command line: writes the made-up residents of some or all villages as CSV files.
 *
 * <pre>{@code [KODE …] [--residents N] [--seed N] [--out FOLDER]}</pre>
 */
public final class Generate {

    private static final String USAGE = "arguments: [KODE ...] [--residents N] [--seed N] [--out FOLDER]";

    private final PrintStream progress;
    private final List<KodeWilayah> kodes = new ArrayList<>();
    private Integer residents;
    private long seed = Population.DEFAULT_SEED;
    private Path out = Path.of("population");

    private Generate(PrintStream progress) {
        this.progress = progress;
    }

    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.err));
    }

    /** Returns the exit code; progress and refusals go to the given stream. */
    static int run(String[] args, PrintStream progress) throws IOException {
        Generate generate = new Generate(progress);
        try {
            generate.read(List.of(args));
            generate.write();
        } catch (IllegalArgumentException e) {
            progress.println(e.getMessage());
            progress.println(USAGE);
            return 2;
        }
        return 0;
    }

    private void read(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                kodes.add(new KodeWilayah(arg));
                continue;
            }
            if (++i == args.size()) {
                throw new IllegalArgumentException(arg + " needs a value");
            }
            String value = args.get(i);
            switch (arg) {
                case "--residents" -> residents = Integer.valueOf(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException("unknown argument " + arg);
            }
        }
    }

    private void write() throws IOException {
        Files.createDirectories(out);
        Map<KodeWilayah, Integer> sizes = sizes();
        long total = sizes.values().stream().mapToLong(Integer::longValue).sum();
        long done = 0;
        long begun = System.nanoTime();
        int village = 0;
        for (Map.Entry<KodeWilayah, Integer> size : sizes.entrySet()) {
            PopulationCsv.write(
                    Population.of(seed).village(size.getKey(), size.getValue()), out.resolve(size.getKey() + ".csv"));
            done += size.getValue();
            double seconds = (System.nanoTime() - begun) / 1e9;
            progress.printf(
                    "%s  village %d of %d  %,d of %,d residents  %,.0f a second  %.0f s left%n",
                    size.getKey(),
                    ++village,
                    sizes.size(),
                    done,
                    total,
                    done / seconds,
                    (total - done) * seconds / done);
        }
    }

    private Map<KodeWilayah, Integer> sizes() {
        Map<KodeWilayah, Integer> full = Population.fullSize();
        Map<KodeWilayah, Integer> sizes = new LinkedHashMap<>();
        for (KodeWilayah kode : kodes.isEmpty() ? full.keySet() : kodes) {
            sizes.put(kode, residents == null ? full.getOrDefault(kode, 0) : residents);
        }
        return sizes;
    }
}
