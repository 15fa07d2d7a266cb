package id.smartkampung.model.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LetterSealTest {

    private static final LetterSeal SEAL = seal("35.10.01.2001", "300/12/2026", LocalDate.of(2026, 11, 21));

    private final NodeKey key = NodeKey.generate();

    @Test
    void theVillageThatSealedItIsBelieved() {
        String signature = SEAL.sign(key);

        assertThat(SEAL.signed(key.verifyKey(), signature)).isTrue();
        assertThat(signature).matches("[A-Za-z0-9_-]{86}");
    }

    @Test
    void anotherNumberDayOrVillageIsNot() {
        String signature = SEAL.sign(key);
        LocalDate day = LocalDate.of(2026, 11, 21);

        assertThat(seal("35.10.01.2001", "300/13/2026", day).signed(key.verifyKey(), signature))
                .isFalse();
        assertThat(seal("35.10.01.2001", "300/12/2026", day.plusDays(1)).signed(key.verifyKey(), signature))
                .isFalse();
        assertThat(seal("35.10.01.2002", "300/12/2026", day).signed(key.verifyKey(), signature))
                .isFalse();
    }

    @Test
    void anotherKeyOrWhatIsNoSignatureIsNot() {
        assertThat(SEAL.signed(NodeKey.generate().verifyKey(), SEAL.sign(key))).isFalse();
        assertThat(SEAL.signed(key.verifyKey(), "bukan tanda tangan!")).isFalse();
        assertThat(SEAL.signed(key.verifyKey(), "")).isFalse();
    }

    private static LetterSeal seal(String node, String number, LocalDate day) {
        return new LetterSeal(new NodeId(node), new LetterCode("0123456789ABCDEFGHJKMNPQRS"), number, day);
    }
}
