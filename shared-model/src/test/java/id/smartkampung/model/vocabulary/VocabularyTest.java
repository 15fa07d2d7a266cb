package id.smartkampung.model.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    /** How many codes the official lists have (Permendagri 109/2019 and the import columns that villages use). */
    static Stream<Arguments> officialCounts() {
        return Stream.of(
                Arguments.of(Sex.class, 2),
                Arguments.of(Religion.class, 7),
                Arguments.of(BloodGroup.class, 13),
                Arguments.of(MaritalStatus.class, 4),
                Arguments.of(Relationship.class, 11),
                Arguments.of(Education.class, 10),
                Arguments.of(Schooling.class, 18),
                Arguments.of(Citizenship.class, 3),
                Arguments.of(Disability.class, 7),
                Arguments.of(Contraception.class, 9),
                Arguments.of(Pregnancy.class, 2),
                Arguments.of(KtpHolding.class, 2),
                Arguments.of(KtpRecording.class, 8),
                Arguments.of(MoveKind.class, 5),
                Arguments.of(BaseStatus.class, 6),
                Arguments.of(Residency.class, 2),
                Arguments.of(Insurance.class, 5));
    }

    @ParameterizedTest
    @MethodSource("officialCounts")
    void aVocabularyHasAllCodesOfItsListAndEachHasALabel(Class<? extends Coded> vocabulary, int count) {
        List<? extends Coded> entries = Arrays.asList(vocabulary.getEnumConstants());

        assertThat(entries).hasSize(count);
        assertThat(entries).extracting(Coded::code).doesNotHaveDuplicates();
        assertThat(entries).allSatisfy(entry -> assertThat(entry.label()).isNotBlank());
        assertThat(Labels.of(vocabulary)).hasSize(count);
    }

    @ParameterizedTest
    @MethodSource("officialCounts")
    void anEntryTravelsAsItsNumber(Class<? extends Coded> vocabulary, int count) throws Exception {
        ObjectMapper json = new ObjectMapper();

        for (Coded entry : vocabulary.getEnumConstants()) {
            String written = json.writeValueAsString(entry);
            assertThat(written).isEqualTo(Integer.toString(entry.code()));
            assertThat((Object) json.readValue(written, vocabulary)).isEqualTo(entry);
        }
    }

    @Test
    void thereAre89Occupations() {
        assertThat(Occupation.all()).hasSize(89).isSorted();
        assertThat(Occupation.all())
                .allSatisfy(occupation -> assertThat(occupation.label()).isNotBlank());
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThatThrownBy(() -> Religion.ofCode(8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BaseStatus.ofCode(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Occupation(90)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void labelsAreThoseOfTheFamilyCard() {
        assertThat(Religion.PROTESTANT.label()).isEqualTo("KRISTEN");
        assertThat(Relationship.HEAD.label()).isEqualTo("KEPALA KELUARGA");
        assertThat(new Occupation(9).label()).isEqualTo("PETANI/PEKEBUN");
        assertThat(Contraception.IMPLANT.label()).isEqualTo("SUSUK KB");
    }
}
