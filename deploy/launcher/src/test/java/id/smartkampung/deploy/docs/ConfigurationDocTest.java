package id.smartkampung.deploy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.regency.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");

    private static final Pattern SETTING = Pattern.compile("(?m)^    ([A-Za-z<>, ]+) ([a-z][A-Za-z]*)\\(\\);");

    /** Settings that belong together, with the name under which the others have them. */
    private static final Pattern GROUP = Pattern.compile("(?s)\n    interface (\\w+) \\{\n(.*?)\n    }\n");

    private final Path root = Checkout.here().root();

    @Test
    void theTableNamesEverySettingOfThePrograms() throws IOException {
        String table = Files.readString(root.resolve("deploy/docs/configuration.md"));

        assertThat(variables())
                .hasSizeGreaterThan(20)
                .allSatisfy(variable -> assertThat(table).contains("`" + variable + "`"));
    }

    private List<String> variables() {
        return Stream.of("shared-model/web", "village-node", "district-hub")
                .flatMap(this::sources)
                .flatMap(
                        source -> PREFIX.matcher(source).results().flatMap(prefix -> settings(prefix.group(1), source)))
                .toList();
    }

    private static Stream<String> settings(String prefix, String source) {
        List<MatchResult> groups = GROUP.matcher(source).results().toList();
        Stream<String> own = SETTING.matcher(GROUP.matcher(source).replaceAll("\n"))
                .results()
                .filter(setting ->
                        groups.stream().noneMatch(group -> group.group(1).equals(setting.group(1))))
                .map(setting -> variable(prefix, setting));
        Stream<String> grouped = groups.stream()
                .flatMap(group -> settings(
                        prefix + "." + group.group(1).toLowerCase(Locale.ROOT),
                        group.group(2).indent(-4)));
        return Stream.concat(own, grouped);
    }

    private Stream<String> sources(String module) {
        try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith("Config.java"))
                    .map(ConfigurationDocTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String prefix, MatchResult setting) {
        String kebab = setting.group(2).replaceAll("([A-Z])", "-$1");
        return (prefix + "." + kebab).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
