package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Arrival.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final NodeId NODE = new NodeId("35.10.01.2001");
    private static final Instant TIME = Instant.parse("2026-06-30T01:02:03.123456Z");
    private static final LogHead START = LogHead.start(NODE);

    private final List<Envelope> log = after(START, "A", "B", "C", "D", "E", "F", "G", "H");
    private final Map<LogHead, Envelope> firsts = new HashMap<>();

    @Test
    void unsignedEventsWait() {
        Judgement judgement = judge(START, unsigned(0), unsigned(1));

        assertThat(judgement.accepted()).isEmpty();
        assertThat(judgement.head()).isEqualTo(START);
        assertThat(judgement.waiting()).hasSize(2);
    }

    @Test
    void aSignedHeadProvesAllBeforeIt() {
        Judgement judgement = judge(START, unsigned(0), unsigned(1), signed(2), unsigned(3));

        assertThat(judgement.head()).isEqualTo(log.get(2).head());
        assertThat(judgement.envelopes()).isEqualTo(log.subList(0, 3));
        assertThat(judgement.waiting()).containsExactly(unsigned(3));
    }

    @Test
    void whatWaitedIsProvenInTheNextTurn() {
        List<Arrival> next =
                new ArrayList<>(judge(START, unsigned(0), unsigned(1)).waiting());
        next.add(signed(2));

        assertThat(judge(START, next.toArray(Arrival[]::new)).envelopes()).isEqualTo(log.subList(0, 3));
    }

    @Test
    void aSignedCopyProvesWhatWaitsUnsigned() {
        Judgement judgement = judge(START, unsigned(0), unsigned(1), signed(0));

        assertThat(judgement.head()).isEqualTo(log.get(0).head());
        assertThat(judgement.waiting()).containsExactly(unsigned(1));
    }

    @Test
    void aBadSignatureProvesNothingAndIsNamed() {
        Judgement judgement = judge(START, unsigned(0), signedBy("stranger", 1));

        assertThat(judgement.accepted()).isEmpty();
        assertThat(judgement.suspects())
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.kind()).isEqualTo(Suspect.Kind.UNTRUSTED));
        assertThat(judgement.asksAgain()).isTrue();
    }

    @Test
    void moreThanMayWaitIsLetGoAndAskedForAgain() {
        Judgement judgement =
                judge(START, unsigned(0), unsigned(1), unsigned(2), unsigned(3), unsigned(4), unsigned(5));

        assertThat(judgement.waiting()).isEmpty();
        assertThat(judgement.asksAgain()).isTrue();
    }

    @Test
    void aForgedEventThatWaitsDoesNotKeepTheGenuineOneOut() {
        Envelope forged = after(START, "FORGED").get(0);

        Judgement judgement = judge(START, NamedSigner.arrival(forged, null), unsigned(0), signed(1));

        assertThat(judgement.envelopes()).isEqualTo(log.subList(0, 2));
        assertThat(judgement.suspects()).extracting(Suspect::kind).containsExactly(Suspect.Kind.UNTRUSTED);
    }

    @Test
    void aGenuineEventThatWaitsIsAskedForAgainWhenAForgedOneTookItsPlace() {
        Envelope forged = after(START, "FORGED").get(0);

        Judgement judgement = judge(START, unsigned(0), NamedSigner.arrival(forged, null), signed(1));

        assertThat(judgement.accepted()).isEmpty();
        assertThat(judgement.asksAgain()).isTrue();
    }

    @Test
    void aContradictionThatNobodySignedIsNotCalledAFork() {
        LogHead applied = log.get(3).head();
        Envelope other = after(log.get(2).head(), "OTHER").get(0);

        Judgement judgement = judge(applied, NamedSigner.arrival(other, null));

        assertThat(judgement.suspects())
                .extracting(Suspect::kind, Suspect::signed)
                .containsExactly(tuple(Suspect.Kind.UNTRUSTED, false));
        assertThat(judgement.asksAgain()).isTrue();
    }

    @Test
    void aContradictionThatItsOwnerSignedIsAFork() {
        LogHead applied = log.get(3).head();
        Envelope other = after(log.get(2).head(), "OTHER").get(0);

        assertThat(judge(applied, NamedSigner.arrival(other, NamedSigner.VILLAGE))
                        .suspects())
                .extracting(Suspect::kind, Suspect::signed)
                .containsExactly(tuple(Suspect.Kind.FORK, true));
    }

    @Test
    void aNewEpochTellsWhatItLeaves() {
        LogHead applied = log.get(5).head();
        LogHead common = log.get(3).head();
        Envelope first = firstOfEpochTwo(common);

        Judgement judgement = Judgement.of(
                applied,
                List.of(NamedSigner.arrival(first, NamedSigner.VILLAGE)),
                Map.of(common.position(), common.hash()),
                NamedSigner.GATE);

        assertThat(judgement.head()).isEqualTo(first.head());
        assertThat(judgement.branches()).containsExactly(new Judgement.Branch(4, applied));
    }

    @Test
    void anUnsignedNewEpochLeavesNothing() {
        LogHead applied = log.get(5).head();
        LogHead common = log.get(3).head();

        Judgement judgement = Judgement.of(
                applied,
                List.of(NamedSigner.arrival(firstOfEpochTwo(common), null)),
                Map.of(common.position(), common.hash()),
                NamedSigner.GATE);

        assertThat(judgement.head()).isEqualTo(applied);
        assertThat(judgement.branches()).isEmpty();
    }

    @Test
    void aNewEpochDoesNotProveWhatWaitedInTheOldOne() {
        Judgement judgement = judge(
                START,
                signed(0),
                unsigned(1),
                unsigned(2),
                NamedSigner.arrival(firstOfEpochTwo(log.get(1).head()), NamedSigner.VILLAGE));

        assertThat(judgement.envelopes())
                .containsExactly(
                        log.get(0), log.get(1), firstOfEpochTwo(log.get(1).head()))
                .doesNotContain(log.get(2));
    }

    @Test
    void aForgedEpochThatWaitsDoesNotMakeOrphansOfGenuineEvents() {
        Judgement judgement = judge(
                log.get(0).head(),
                NamedSigner.arrival(firstOfEpochTwo(log.get(0).head()), null),
                unsigned(1),
                signed(2));

        assertThat(judgement.envelopes()).isEqualTo(log.subList(1, 3));
        assertThat(judgement.suspects()).extracting(Suspect::kind).doesNotContain(Suspect.Kind.ORPHAN);
    }

    @Test
    void aGapIsToldUntilItsEnd() {
        assertThat(judge(START, signed(0), signed(4), signed(6)).gapTo(null)).isEqualTo(4);
    }

    @Test
    void aGapIsForgottenOnceItIsFilled() {
        assertThat(judge(START, signed(0), signed(2), unsigned(1), signed(2)).gapTo(null))
                .isNull();
    }

    private static Judgement judge(LogHead applied, Arrival... arrivals) {
        return Judgement.of(applied, List.of(arrivals), Map.of(), NamedSigner.GATE);
    }

    private Event unsigned(int index) {
        return NamedSigner.arrival(log.get(index), null);
    }

    private Event signed(int index) {
        return NamedSigner.arrival(log.get(index), NamedSigner.VILLAGE);
    }

    private Event signedBy(String key, int index) {
        return NamedSigner.arrival(log.get(index), key);
    }

    private Envelope firstOfEpochTwo(LogHead common) {
        return firsts.computeIfAbsent(
                common,
                it -> after(
                                new LogHead(
                                        NODE, new LogPosition(2, it.position().sequence()), it.hash()),
                                "AFTER A RESTORE")
                        .get(0));
    }

    private static List<Envelope> after(LogHead head, String... texts) {
        List<Envelope> events = new ArrayList<>();
        LogHead end = head;
        for (String text : texts) {
            byte[] data = text.getBytes(StandardCharsets.UTF_8);
            events.add(Envelope.next(end, "resident-recorded.v1", "resident/a", TIME, data));
            end = events.get(events.size() - 1).head();
        }
        return events;
    }
}
