package id.smartkampung.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FillOptionsTest {

    @Test
    void withoutArgumentsItIsTheWholeRegency() {
        FillOptions options = FillOptions.read();

        assertThat(options.sizes()).hasSize(217);
        assertThat(options.residents()).isEqualTo(1_791_789);
    }

    @Test
    void villagesAndSizesMayBeChosen() {
        FillOptions options =
                FillOptions.read("35.10.01.2001", "--residents", "300", "--data", "there", "--seed", "7", "--stay");

        assertThat(options.sizes())
                .containsOnlyKeys(new KodeWilayah("35.10.01.2001"))
                .containsValue(300);
        assertThat(options.data()).isEqualTo(Path.of("there"));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.stay()).isTrue();
    }

    @Test
    void tenTimesThePeopleAreLoadedStraight() {
        assertThat(FillOptions.read("--straight", "--times", "10").residents()).isEqualTo(17_917_890);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> FillOptions.read("--seeed", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FillOptions.read("--seed")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FillOptions.read("--times", "10")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FillOptions.read("35.10.01.9999")).isInstanceOf(IllegalArgumentException.class);
    }
}
