package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.regency.VillageChoice;
import id.smartkampung.deploy.servers.PidFile;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a regency keeps everything, and how it was set up when it was started last. */
final class DataFolder {

    /** From 8080 to 8443, where people expect it. */
    private static final int TLS_PORT_ABOVE = 363;

    private final Path folder;
    private final Map<String, String> settings = new TreeMap<>();

    DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        read();
    }

    Path path() {
        return folder;
    }

    /** The launcher that looks after this folder. */
    PidFile launcher() {
        return new PidFile(folder.resolve("launcher.pid"));
    }

    Path control() {
        return folder.resolve("control");
    }

    int number(Setting setting) {
        return Integer.parseInt(settings.getOrDefault(setting.option(), setting.fallback));
    }

    Optional<KodeWilayah> training() {
        return Optional.ofNullable(settings.get(Options.TRAINING)).map(KodeWilayah::new);
    }

    /** What is given now holds from now on; the rest stays as it was. */
    void remember(Options options) {
        options.given().forEach((name, value) -> {
            if (Setting.named(name).isPresent() || Options.TRAINING.equals(name)) {
                settings.put(name, value);
            }
        });
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    settingsFile(),
                    settings.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be written: " + folder, e);
        }
    }

    RegencyPlan plan() {
        List<KodeWilayah> villages = VillageChoice.first(number(Setting.VILLAGES));
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(RegencyPlan.HUB, number(Setting.PORT));
        int first = number(Setting.VILLAGE_PORT);
        IntStream.range(0, villages.size())
                .forEach(index -> ports.put(villages.get(index).value(), first + index));
        training().ifPresent(kode -> ports.put(RegencyPlan.trainingName(kode), first + villages.size()));
        ports.put(RegencyPlan.HUB_TLS, number(Setting.PORT) + TLS_PORT_ABOVE);
        ports.put(RegencyPlan.POSTGRES, number(Setting.POSTGRES_PORT));
        ports.put(RegencyPlan.KAFKA, number(Setting.KAFKA_PORT));
        ports.put(RegencyPlan.KAFKA_CONTROLLER, number(Setting.KAFKA_PORT) + 1);
        return new RegencyPlan(folder, villages, training().stream().toList(), ports, Map.of());
    }

    /** Deletes all data; refuses a folder that is not one of ours. */
    void delete() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        if (!Files.exists(settingsFile()) && !isEmpty()) {
            throw new UsageException(folder + " holds something else than a regency and is not deleted");
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            settings.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be deleted: " + folder, e);
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be read: " + folder, e);
        }
    }

    private void read() {
        if (!Files.exists(settingsFile())) {
            return;
        }
        try {
            Properties stored = new Properties();
            stored.load(new StringReader(Files.readString(settingsFile())));
            stored.stringPropertyNames().forEach(name -> settings.put(name, stored.getProperty(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("the settings cannot be read: " + settingsFile(), e);
        }
    }

    private Path settingsFile() {
        return folder.resolve("regency.properties");
    }
}
