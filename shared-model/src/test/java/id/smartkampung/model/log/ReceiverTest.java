package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private final List<Envelope> log = Logs.ofLength(5);
    private final LogHead afterThree = log.get(2).head();

    @Test
    void theNextEventOnTheChainIsAccepted() {
        assertThat(Logs.judge(afterThree, log.get(3))).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void theLastAppliedEventIsARepeat() {
        assertThat(Logs.judge(afterThree, log.get(2))).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void anOlderEventWithTheHashThatWasAppliedIsARepeat() {
        assertThat(Receiver.judge(
                        afterThree,
                        log.get(0),
                        position -> Optional.of(log.get(0).hash())))
                .isEqualTo(Verdict.REPEAT);
    }

    @Test
    void anOlderEventWhoseHashIsNoLongerKeptIsARepeat() {
        assertThat(Logs.judge(afterThree, log.get(0))).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void anOlderEventWithAnotherHashIsAFork() {
        Envelope other = Logs.ofLength(1).get(0);

        assertThat(Receiver.judge(
                        afterThree, other, position -> Optional.of(log.get(0).hash())))
                .isEqualTo(Verdict.FORK);
    }

    @Test
    void anotherEventInPlaceOfTheLastAppliedIsAFork() {
        assertThat(Logs.judge(afterThree, Logs.after(log.get(1).head(), "OTHER")))
                .isEqualTo(Verdict.FORK);
    }

    @Test
    void aNextEventOnAnotherChainIsAFork() {
        LogHead otherHistory = new LogHead(Logs.NODE, afterThree.position(), Hash.sha256(new byte[] {1}));

        assertThat(Logs.judge(afterThree, Logs.after(otherHistory, "A"))).isEqualTo(Verdict.FORK);
    }

    @Test
    void anEventBeyondTheNextIsAGap() {
        assertThat(Logs.judge(afterThree, log.get(4))).isEqualTo(Verdict.GAP);
    }

    @Test
    void anEventOfAnotherEpochIsNotTheNext() {
        LogHead otherEpoch = new LogHead(Logs.NODE, new LogPosition(2, 3), afterThree.hash());

        assertThat(Logs.judge(afterThree, Logs.after(otherEpoch, "A"))).isEqualTo(Verdict.GAP);
    }

    @Test
    void anEventInTheNameOfAnotherNodeIsForeign() {
        LogHead other = new LogHead(new NodeId("35.10.01.2002"), afterThree.position(), afterThree.hash());

        assertThat(Logs.judge(afterThree, Logs.after(other, "A"))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void dataThatTheHeaderDoesNotPromiseIsCorrupt() throws EnvelopeFormatException {
        Envelope changed = Logs.Sent.of(log.get(3))
                .withData("{}".getBytes(StandardCharsets.UTF_8))
                .read();

        assertThat(Logs.judge(afterThree, changed)).isEqualTo(Verdict.CORRUPT);
    }

    @Test
    void evenARepeatIsCheckedForItsData() throws EnvelopeFormatException {
        Envelope changed = Logs.Sent.of(log.get(0))
                .withData("{}".getBytes(StandardCharsets.UTF_8))
                .read();

        assertThat(Logs.judge(afterThree, changed)).isEqualTo(Verdict.CORRUPT);
    }
}
