package id.smartkampung.model.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SixWordsTest {

    private final VerifyKey village = NodeKey.generate().verifyKey();
    private final VerifyKey hub = NodeKey.generate().verifyKey();

    @Test
    void stayTheSameForTheSameKeys() {
        byte[] zero = new byte[VerifyKey.LENGTH];
        byte[] one = new byte[VerifyKey.LENGTH];
        Arrays.fill(one, (byte) 1);

        assertThat(SixWords.of(VerifyKey.of(zero), VerifyKey.of(one)))
                .isEqualTo("tepat durian nenek aksara limau kemeja");
    }

    @Test
    void areAnotherSixForAnotherKey() {
        assertThat(SixWords.of(village, hub))
                .isNotEqualTo(SixWords.of(NodeKey.generate().verifyKey(), hub))
                .isNotEqualTo(SixWords.of(hub, village));
    }

    @Test
    void areSixOfTheList() {
        List<String> words = List.of(SixWords.of(village, hub).split(" ", -1));

        assertThat(words).hasSize(6).allMatch(SixWords.all()::contains);
    }

    @Test
    void theListHasTenBitsOfDifferentWords() {
        assertThat(new HashSet<>(SixWords.all())).hasSize(1024);
        assertThat(SixWords.all()).hasSize(1024).allMatch(word -> word.matches("[a-z]{3,9}"));
    }

    @Test
    void noTwoWordsDifferInOneLetterOnly() {
        Set<String> masked = new HashSet<>();

        assertThat(SixWords.all().stream()
                        .flatMap(word -> IntStream.range(0, word.length())
                                .mapToObj(i -> word.substring(0, i) + "?" + word.substring(i + 1)))
                        .filter(word -> !masked.add(word)))
                .isEmpty();
    }
}
