package id.smartkampung.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.regency.RegencyPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aRegencyHasThreeVillagesFromPort8081OnWhenNothingIsSaid() {
        RegencyPlan plan = new DataFolder(folder).plan();

        assertThat(plan.port(RegencyPlan.HUB)).isEqualTo(8080);
        assertThat(plan.villages())
                .extracting(village -> plan.port(village.value()))
                .containsExactly(8081, 8082, 8083);
    }

    @Test
    void theNextStartGoesOnWithTheSameSettings() {
        new DataFolder(folder).remember(Options.parse("--villages", "5", "--port", "9080"));

        DataFolder next = new DataFolder(folder);
        next.remember(Options.parse("--residents", "10"));

        assertThat(next.plan().villages()).hasSize(5);
        assertThat(next.plan().port(RegencyPlan.HUB)).isEqualTo(9080);
    }

    @Test
    void theServerForTrainingListensAfterTheVillages() {
        DataFolder data = new DataFolder(folder);
        data.remember(Options.parse("--training", "35.10.01.2001"));

        assertThat(data.plan().ports()).containsEntry("35.10.01.2001-training", 8084);
    }

    @Test
    void deletesARegency() {
        DataFolder data = new DataFolder(folder.resolve("regency"));
        data.remember(Options.parse());

        data.delete();

        assertThat(folder.resolve("regency")).doesNotExist();
    }

    @Test
    void deletesNoFolderOfSomebodyElse() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "keep me");

        assertThatThrownBy(() -> new DataFolder(folder).delete()).isInstanceOf(UsageException.class);

        assertThat(folder.resolve("letter.txt")).exists();
    }
}
