package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    void aNewerEpochThatGoesOnAfterTheHeadIsItsNextPart() {
        assertThat(Logs.judge(afterThree, firstOfEpoch(2, 3))).isEqualTo(Verdict.NEW_EPOCH);
    }

    @Test
    void aNewerEpochMayGoOnAfterAnEventBeforeTheHead() {
        assertThat(Receiver.judge(afterThree, firstOfEpoch(2, 1), hashes(1, log)))
                .isEqualTo(Verdict.NEW_EPOCH);
    }

    @Test
    void aNewerEpochMayBeginTheWholeLogAnew() {
        assertThat(Logs.judge(afterThree, Logs.after(new LogHead(Logs.NODE, new LogPosition(2, 0), Hash.ZERO), "A")))
                .isEqualTo(Verdict.NEW_EPOCH);
    }

    @Test
    void epochsThatLeftNothingMayBeJumped() {
        assertThat(Receiver.judge(afterThree, firstOfEpoch(4, 2), hashes(1, log)))
                .isEqualTo(Verdict.NEW_EPOCH);
    }

    @Test
    void aNewerEpochIsHeldAgainstTheHistoryThatHolds() {
        Envelope inEpochTwo = firstOfEpoch(2, 1);
        Map<LogPosition, Hash> applied = new HashMap<>(hashesOf(1, log));
        applied.put(inEpochTwo.position(), inEpochTwo.hash());
        LogHead left = new LogHead(Logs.NODE, new LogPosition(1, 2), log.get(1).hash());

        Verdict verdict = Receiver.judge(
                Logs.after(inEpochTwo.head(), "B").head(),
                Logs.after(new LogHead(Logs.NODE, new LogPosition(3, 2), left.hash()), "C"),
                position -> Optional.ofNullable(applied.get(position)));

        assertThat(verdict).isEqualTo(Verdict.GAP);
    }

    @Test
    void aNewerEpochOnAnotherChainIsAGapSinceItsBeginningMayBeMissing() {
        LogHead otherHistory = new LogHead(Logs.NODE, new LogPosition(2, 2), Hash.sha256(new byte[] {1}));

        assertThat(Receiver.judge(afterThree, Logs.after(otherHistory, "A"), hashes(1, log)))
                .isEqualTo(Verdict.GAP);
    }

    @Test
    void aNewerEpochThatGoesOnBeyondTheHeadIsAGap() {
        assertThat(Logs.judge(afterThree, firstOfEpoch(2, 4))).isEqualTo(Verdict.GAP);
    }

    @Test
    void anEventOfAnEpochThatWasLeftIsARepeatWhenItWasApplied() {
        LogHead inEpochTwo = firstOfEpoch(2, 2).head();

        assertThat(Receiver.judge(inEpochTwo, log.get(2), hashes(1, log))).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void anEventOfAnEpochThatWasLeftIsAnOrphanWhenItNeverWasApplied() {
        LogHead inEpochTwo = firstOfEpoch(2, 2).head();

        assertThat(Receiver.judge(inEpochTwo, log.get(4), hashes(1, log.subList(0, 3))))
                .isEqualTo(Verdict.ORPHAN);
    }

    private Envelope firstOfEpoch(int epoch, int common) {
        return Logs.after(
                new LogHead(
                        Logs.NODE,
                        new LogPosition(epoch, common),
                        log.get(common - 1).hash()),
                "FIRST OF " + epoch);
    }

    private static Function<LogPosition, Optional<Hash>> hashes(int epoch, List<Envelope> events) {
        Map<LogPosition, Hash> hashes = hashesOf(epoch, events);
        return position -> Optional.ofNullable(hashes.get(position));
    }

    private static Map<LogPosition, Hash> hashesOf(int epoch, List<Envelope> events) {
        return events.stream()
                .collect(Collectors.toMap(
                        event -> new LogPosition(epoch, event.position().sequence()), Envelope::hash));
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
