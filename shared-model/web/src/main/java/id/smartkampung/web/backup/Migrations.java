package id.smartkampung.web.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;

/**
 * The migrations of this program, for a command that runs without its server: in the packaged program Flyway cannot look
 * into folders by itself.
 */
final class Migrations {

    private static final String FOLDER = "db/migration/";

    /** One of the shared tables and one of the program's own; beside each of them lie the others. */
    private static final List<String> ANCHORS = List.of("V001__create_account.sql", "V003__create_log.sql");

    /** What the program does after all its migrations, at its start, speaks of tables that an older backup has not. */
    private static final String AFTERWARDS = "afterMigrate";

    private final Store store;

    Migrations(Store store) {
        this.store = store;
    }

    /** The newest one. */
    MigrationVersion newest() {
        return Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    /** Brings the tables to where they were when the backup was made; the next start of the program goes on. */
    void migrateTo(MigrationVersion version) {
        flyway(version).migrate();
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure(loader())
                .dataSource(store.url(), store.owner(), store.password())
                .placeholders(store.placeholders())
                .resourceProvider(new Found(found()))
                .javaMigrationClassProvider(List::of)
                .target(target)
                .load();
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private static Map<String, LoadableResource> found() {
        Map<String, LoadableResource> found = new TreeMap<>();
        Location location = Location.fromPath("classpath:", "db/migration");
        for (String anchor : ANCHORS) {
            URL url = loader().getResource(FOLDER + anchor);
            if (url != null) {
                beside(url).stream()
                        .filter(name -> !name.startsWith(AFTERWARDS))
                        .forEach(name -> found.put(
                                name,
                                new ClassPathResource(location, FOLDER + name, loader(), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    private static List<String> beside(URL anchor) {
        try {
            if (anchor.openConnection() instanceof JarURLConnection jar) {
                return jar.getJarFile().stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER) && name.endsWith(".sql"))
                        .map(name -> name.substring(FOLDER.length()))
                        .toList();
            }
            try (Stream<Path> files = Files.list(Path.of(anchor.toURI()).getParent())) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".sql"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations of this program are not found beside " + anchor, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the migrations of this program are not found beside " + anchor, e);
        }
    }

    /** Hands out what was found. */
    private record Found(Map<String, LoadableResource> resources) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return resources.get(name.substring(name.lastIndexOf('/') + 1));
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return resources.values().stream()
                    .filter(resource -> resource.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                    .toList();
        }
    }
}
