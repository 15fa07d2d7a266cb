package id.smartkampung.web.backup;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/** The settings of a program by the names that its server reads them under, for a command that runs without it. */
public final class ProgramSettings {

    private static final String FILE = "application.properties";
    private static final String PACKAGED = "META-INF/maven/id.smartkampung/shared-web/pom.properties";

    /** Behind the environment, as in the server. */
    private static final int ORDINAL = 250;

    private final Config config;

    private ProgramSettings(Config config) {
        this.config = config;
    }

    /** Of a running server. */
    public static ProgramSettings of(Config config) {
        return new ProgramSettings(config);
    }

    /**
     * Of a command: from the environment and the file within the program.
     *
     * @param mappings read with {@link #of(Class)}
     */
    public static ProgramSettings ofCommand(Class<?>... mappings) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL file = loader.getResource(FILE);
        try {
            SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                    .forClassLoader(loader)
                    .addDefaultInterceptors()
                    .addDefaultSources()
                    .addDiscoveredConverters()
                    .withProfile("prod")
                    .withSources(new PropertiesConfigSource(file, ORDINAL));
            for (Class<?> mapping : mappings) {
                builder.withMapping(mapping);
            }
            return new ProgramSettings(builder.build());
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the program are not read: " + file, e);
        }
    }

    public <T> T of(Class<T> mapping) {
        return config.unwrap(SmallRyeConfig.class).getConfigMapping(mapping);
    }

    /** A setting; a default where it is not given. */
    public String get(String name, String otherwise) {
        return config.getOptionalValue(name, String.class).orElse(otherwise);
    }

    /** The database, reached as the owner that migrates it. */
    public Store store(String program, String node, String positionQuery) {
        return new Store(
                program,
                node,
                get("quarkus.application.version", version()),
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                get("quarkus.flyway.password", ""),
                positionQuery,
                Map.of(
                        "app_role", config.getValue("quarkus.flyway.placeholders.app_role", String.class),
                        "reader_role", config.getValue("quarkus.flyway.placeholders.reader_role", String.class)));
    }

    /** A command finds it where the packaged program carries it. */
    private static String version() {
        try (InputStream packaged =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(PACKAGED)) {
            Properties properties = new Properties();
            if (packaged != null) {
                properties.load(packaged);
            }
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException("the version of the program is not read", e);
        }
    }
}
