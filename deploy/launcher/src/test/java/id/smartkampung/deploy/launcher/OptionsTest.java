package id.smartkampung.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void runsWhenNothingIsSaid() {
        assertThat(Options.parse().command()).isEqualTo("run");
    }

    @Test
    void takesAValueAfterASpaceOrAnEqualsSign() {
        Options options = Options.parse("--villages", "5", "--residents=40", "--fresh");

        assertThat(options.given())
                .containsEntry("villages", "5")
                .containsEntry("residents", "40")
                .containsKey("fresh");
    }

    @Test
    void takesTheVillageOfACommand() {
        assertThat(Options.parse("stop-village", "35.10.01.2001", "--data", "x").subject())
                .contains("35.10.01.2001");
    }

    @Test
    void writesTheVillageForTrainingWithItsDots() {
        assertThat(Options.parse("--training", "3510012001").given()).containsEntry("training", "35.10.01.2001");
    }

    @Test
    void refusesAVillageOfAnotherRegency() {
        assertThatThrownBy(() -> Options.parse("--training", "32.10.01.2001"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("32.10.01.2001");
    }

    @Test
    void saysWhichOptionIsUnknown() {
        assertThatThrownBy(() -> Options.parse("--vilages", "3")).hasMessage("there is no option --vilages");
    }

    @Test
    void saysWhichCommandIsUnknown() {
        assertThatThrownBy(() -> Options.parse("restart")).hasMessage("there is no command \"restart\"");
    }

    @Test
    void saysThatAValueIsMissing() {
        assertThatThrownBy(() -> Options.parse("--villages")).hasMessage("--villages needs a value");
    }

    @Test
    void saysThatACommandNeedsItsVillage() {
        assertThatThrownBy(() -> Options.parse("stop-village")).hasMessageContaining("needs the code");
    }

    @Test
    void refusesMoreVillagesThanTheRegencyHas() {
        assertThatThrownBy(() -> Options.parse("--villages", "218")).hasMessage("--villages is a number from 1 to 217");
    }

    @Test
    void refusesAWordWhereANumberBelongs() {
        assertThatThrownBy(() -> Options.parse("--port", "web")).hasMessage("--port is a number, not \"web\"");
    }
}
