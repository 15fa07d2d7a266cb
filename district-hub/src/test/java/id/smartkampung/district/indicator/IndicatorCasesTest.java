package id.smartkampung.district.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.population.Population;
import id.smartkampung.district.population.Trait;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.web.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Works every indicator through the cases of {@code cases.tsv}. An input is a number of people by sex and code ({@code age F
 * 49=5}, {@code ktp M 2=2}, a question mark where it is not recorded), a number of {@code families}, {@code m2}, mutations of
 * the year by kind, {@code since} then, and {@code infant} deaths.
 */
class IndicatorCasesTest {

    /** One line of the file. */
    record Case(Indicator indicator, String what, String inputs, String expected, String source) {

        @Override
        public String toString() {
            return indicator.slug() + ": " + what;
        }
    }

    static Stream<Case> cases() {
        try (InputStream tsv = IndicatorCasesTest.class.getResourceAsStream("cases.tsv")) {
            return new String(tsv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells ->
                            new Case(Indicator.ofSlug(cells[0]).orElseThrow(), cells[1], cells[2], cells[3], cells[4]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWorkedCaseIsReached(Case worked) {
        String reached = worked.indicator()
                .of(counts(worked.inputs()))
                .map(BigDecimal::toPlainString)
                .orElse("–");

        assertThat(reached).isEqualTo(worked.expected());
        assertThat(worked.source()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void everyIndicatorHasCasesAndOneOfNobody(Indicator indicator) {
        List<Case> own =
                cases().filter(worked -> worked.indicator() == indicator).toList();

        assertThat(own).hasSizeGreaterThan(1);
        assertThat(own.stream().map(Case::expected)).contains(indicator.unit().isNumber() ? "0" : "–");
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void everyIndicatorSaysItsNameItsDefinitionItsFormulaAndItsSource(Indicator indicator) {
        Texts texts = Texts.ofCommand();

        assertThat(Stream.of("name", "definition", "formula", "source"))
                .allSatisfy(word -> assertThat(texts.has("indicator." + indicator.slug() + "." + word))
                        .as(word)
                        .isTrue());
        assertThat(texts.has("Unit." + indicator.unit().name())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void whatHappenedMovesThoseOfAYearAndNoOther(Indicator indicator) {
        String people = "age M 0=40; age F 20=400; age M 30=600; families=300; m2=500000";
        String year = "; since=10; BIRTH=30; DEATH=10; ARRIVAL=5; DEPARTURE=2; infant=5";

        boolean moves = !indicator.of(counts(people)).equals(indicator.of(counts(people + year)));

        assertThat(indicator.isOfAYear()).isEqualTo(moves);
    }

    @Test
    void aSlugThatNobodyHasIsNoIndicator() {
        assertThat(Indicator.ofSlug("SEX_RATIO")).isEmpty();
    }

    static Counts counts(String inputs) {
        Population people = Population.sum(List.of());
        Map<MutationKind, Long> year = new EnumMap<>(MutationKind.class);
        long families = 0;
        long since = 0;
        Long squareMetres = null;
        Long infants = null;
        for (String input : inputs.split("; ")) {
            if (input.isBlank()) {
                continue;
            }
            String name = input.substring(0, input.indexOf('='));
            long amount = Long.parseLong(input.substring(name.length() + 1));
            switch (name) {
                case "families" -> families = amount;
                case "m2" -> squareMetres = amount;
                case "since" -> since = amount;
                case "infant" -> infants = amount;
                default -> {
                    if (name.contains(" ")) {
                        add(people, name.split(" "), amount);
                    } else {
                        year.put(MutationKind.valueOf(name), amount);
                    }
                }
            }
        }
        return new Counts(people, families, squareMetres, new Flows(year, since, infants));
    }

    private static void add(Population people, String[] words, long amount) {
        Trait trait = Trait.valueOf(words[0].toUpperCase(Locale.ROOT));
        Sex sex = switch (words[1]) {
            case "M" -> Sex.MALE;
            case "F" -> Sex.FEMALE;
            default -> null;
        };
        int code = words[2].equals("?") ? 0 : Integer.parseInt(words[2]) + (trait == Trait.AGE ? 1 : 0);
        people.plus(trait, code, sex, amount);
    }
}
