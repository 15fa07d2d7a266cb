package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.LogPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloKeysTest {

    private static final List<String> HELD = List.of("c", "b", "a");

    @Test
    void theKeyBehindWhatWasSentComesFirst() {
        assertThat(HelloKeys.inTurn(HelloKeysTest::at, after(25), after(12), false, HELD))
                .containsExactly("c", "b", "a");
    }

    @Test
    void inATopicThatWasMadeAnewTheKeyBehindWhatWasAppliedComesFirst() {
        assertThat(HelloKeys.inTurn(HelloKeysTest::at, after(25), after(12), true, HELD))
                .containsExactly("b", "c", "a");
    }

    @Test
    void theEventThatNamesAKeyIsStillBehindTheOldOne() {
        assertThat(HelloKeys.inTurn(HelloKeysTest::at, after(9), after(9), false, HELD))
                .startsWith("a");
        assertThat(HelloKeys.inTurn(HelloKeysTest::at, after(10), after(10), false, HELD))
                .startsWith("b");
    }

    @Test
    void aKeyThatTheLogNoLongerKnowsOfIsTriedToo() {
        assertThat(HelloKeys.inTurn(position -> "a", after(3), after(3), false, HELD))
                .containsExactly("a", "c", "b");
    }

    /** Changed by the events 10 and 20. */
    private static String at(LogPosition position) {
        return position.sequence() > 20 ? "c" : position.sequence() > 10 ? "b" : "a";
    }

    private static LogPosition after(long sequence) {
        return new LogPosition(1, sequence);
    }
}
