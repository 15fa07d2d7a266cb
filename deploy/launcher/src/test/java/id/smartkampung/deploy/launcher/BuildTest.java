package id.smartkampung.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @TempDir
    Path root;

    @BeforeEach
    void layOutSources() throws IOException {
        touch("pom.xml", 10);
        touch("shared-model/src/main/java/Model.java", 10);
        touch("village-node/src/main/java/Village.java", 10);
        touch("district-hub/src/main/java/Hub.java", 10);
        touch("deploy/launcher/src/main/java/Launcher.java", 10);
    }

    @Test
    void buildsWhatWasNeverBuilt() throws IOException {
        assertThat(build().isFresh()).isFalse();
    }

    @Test
    void buildsNothingThatIsNewerThanItsSources() throws IOException {
        touchResults(20);

        assertThat(build().isFresh()).isTrue();
    }

    @Test
    void buildsAgainWhenASourceWasChanged() throws IOException {
        touchResults(20);
        touch("shared-model/src/main/java/Model.java", 30);

        assertThat(build().isFresh()).isFalse();
    }

    @Test
    void trustsABuildThatFoundAResultGoodAsItWas() throws IOException {
        touchResults(20);
        touch("shared-model/src/main/java/Model.java", 30);
        touch("deploy/launcher/target/built.stamp", 40);

        assertThat(build().isFresh()).isTrue();
    }

    @Test
    void aChangedTestNeedsNoBuild() throws IOException {
        touchResults(20);
        touch("village-node/src/test/java/VillageTest.java", 30);

        assertThat(build().isFresh()).isTrue();
    }

    @Test
    void aCommandToARunningRegencyWaitsForNoBuild() throws IOException {
        touchResults(20);
        touch("shared-model/src/main/java/Model.java", 30);

        assertThat(build().isNeededFor(List.of("stop-village", "35.10.01.2001")))
                .isFalse();
        assertThat(build().isNeededFor(List.of("--villages", "3"))).isTrue();
    }

    private Build build() {
        return new Build(root, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private void touchResults(int second) throws IOException {
        touch("village-node/target/quarkus-app/quarkus-run.jar", second);
        touch("district-hub/target/quarkus-app/quarkus-run.jar", second);
        touch("deploy/launcher/target/deploy-launcher-run.jar", second);
    }

    private void touch(String path, int second) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    }
}
