package id.smartkampung.district.indicator;

import static id.smartkampung.district.indicator.IndicatorCasesTest.counts;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.population.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {

    @ParameterizedTest
    @CsvSource({
        "0, < 5",
        "4, < 5",
        "5, 5",
        "7, 5",
        "8, 10",
        "12, 10",
        "13, 15",
        "-4, < 5",
        "-8, −10",
        "1791789, 1.791.790"
    })
    void aNumberIsRoundedToFiveAndHiddenBelow(long number, String told) {
        assertThat(Accuracy.ROUNDED.of(number).text()).isEqualTo(told);
        assertThat(Accuracy.EXACT.of(number).value().longValue()).isEqualTo(number);
    }

    @Test
    void aTotalIsRoundedForItselfAndNotAddedUp() {
        Counts counts = counts("age M 20=7; age F 20=6; religion M 1=7; religion F 1=6");
        Composition.Row islam =
                Composition.of(Trait.RELIGION, counts.people()).rows().get(0);

        assertThat(Accuracy.ROUNDED.of(islam.men()).text()).isEqualTo("5");
        assertThat(Accuracy.ROUNDED.of(islam.women()).text()).isEqualTo("5");
        assertThat(Accuracy.ROUNDED.of(islam.all()).text()).isEqualTo("15");
        assertThat(Accuracy.ROUNDED.of(Indicator.PEOPLE, counts).text()).isEqualTo("15");
    }

    @ParameterizedTest
    @CsvSource({
        // 7/13 people become 5/15
        "female-heads, relationship F 1=7; relationship M 1=6, '33,33', '53,85'",
        "female-heads, relationship F 1=4; relationship M 1=60, < 5, '6,25'",
        "female-heads, relationship F 3=4, –, –",
        // 12 births in a year become 10, as they do when they are told for themselves
        "birth-rate, age M 40=1030; BIRTH=12; DEATH=12, '9,7', '11,7'",
        "births, age M 40=1030; BIRTH=12; DEATH=12, 10, 12",
        "birth-rate, age M 40=1030; BIRTH=3; DEATH=3, < 5, '2,9'",
        "births, age M 40=1030; BIRTH=3; DEATH=3, < 5, 3",
        "density, age M 40=250; m2=500000, 500, 500"
    })
    void ofARatioBothNumbersAreRounded(String slug, String inputs, String rounded, String exact) {
        Indicator indicator = Indicator.ofSlug(slug).orElseThrow();

        assertThat(Accuracy.ROUNDED.of(indicator, counts(inputs)).text()).isEqualTo(rounded);
        assertThat(Accuracy.EXACT.of(indicator, counts(inputs)).text()).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({"1, –", "29, –", "30, '40,5'"})
    void theMedianAgeOfFewIsThatOfSomebodyAndHidden(int people, String told) {
        Counts counts = counts("age M 40=" + people);

        Figure figure = Accuracy.ROUNDED.of(Indicator.MEDIAN_AGE, counts);
        assertThat(figure.text()).isEqualTo(told);
        assertThat(figure.hidden()).isNotEqualTo(figure.isTold());
        assertThat(Accuracy.EXACT.of(Indicator.MEDIAN_AGE, counts).text()).isEqualTo("40,5");
    }
}
