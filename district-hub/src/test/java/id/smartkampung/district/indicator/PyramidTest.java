package id.smartkampung.district.indicator;

import static id.smartkampung.district.indicator.IndicatorCasesTest.counts;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.population.Trait;
import org.junit.jupiter.api.Test;

class PyramidTest {

    @Test
    void agesStandInGroupsOfFiveAndFrom75OnTogether() {
        Pyramid pyramid =
                Pyramid.of(counts("age M 4=1; age F 5=2; age M 74=3; age F 75=4; age F 120=5; age M ?=6; age ? 5=7"));

        assertThat(pyramid.groups()).hasSize(16);
        assertThat(pyramid.groups().get(0)).isEqualTo(new Pyramid.Group(0, 4, 1, 0));
        assertThat(pyramid.groups().get(1)).isEqualTo(new Pyramid.Group(5, 9, 0, 2));
        assertThat(pyramid.groups().get(14)).isEqualTo(new Pyramid.Group(70, 74, 3, 0));
        assertThat(pyramid.groups().get(15)).isEqualTo(new Pyramid.Group(75, null, 0, 9));
        assertThat(pyramid.unknown()).isEqualTo(13);
        assertThat(pyramid.most()).isEqualTo(9);
    }

    @Test
    void aCompositionHasALineForEveryCodeAndOneForWhatIsNotRecorded() {
        Composition composition = Composition.of(
                Trait.RELIGION,
                counts("religion M 1=3; religion F 7=4; religion ? 7=1; religion F 0=2")
                        .people());

        assertThat(composition.rows()).hasSize(8);
        assertThat(composition.rows().get(6).code().label()).isEqualTo("KEPERCAYAAN TERHADAP TUHAN YME");
        assertThat(composition.rows().get(6).all()).isEqualTo(5);
        assertThat(composition.rows().get(7)).isEqualTo(new Composition.Row(null, 0, 2, 0));
        assertThat(composition.all()).isEqualTo(10);
        assertThat(Composition.traits()).hasSize(14).doesNotContain(Trait.AGE);
    }
}
