package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Arrival.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of several heads of one turn are checked, and that it comes to the same. */
class LastHeadTest {

    private final TestLog log = TestLog.ofLength(5);

    @Test
    void onlyTheLastIsCheckedWhenAllIsWell() {
        List<LogHead> checked = new ArrayList<>();
        Gate noting = NamedSigner.gate((head, signature) -> {
            signature.ifPresent(it -> checked.add(head));
            return NamedSigner.check(head, signature);
        });

        Judgement judgement = judge(noting, signed(1), unsigned(2), signed(3), signed(4), unsigned(5));

        assertThat(judgement.head()).isEqualTo(log.at(4));
        assertThat(judgement.waiting()).containsExactly(unsigned(5));
        assertThat(checked).containsExactly(log.at(4));
    }

    @Test
    void everyOneIsCheckedWhenTheLastIsNotTheOwners() {
        Judgement judgement = judge(
                NamedSigner.GATE, signed(1), signed(2), unsigned(3), NamedSigner.arrival(log.event(4), "stranger"));

        assertThat(judgement.head()).isEqualTo(log.at(2));
        assertThat(judgement.suspects()).extracting(Suspect::kind).containsExactly(Suspect.Kind.UNTRUSTED);
    }

    @Test
    void aLateCopyOfAnEarlierOneDoesNotHideTheLast() {
        Judgement judgement = judge(NamedSigner.GATE, signed(1), signed(2), unsigned(3), signed(4), signed(1));

        assertThat(judgement.head()).isEqualTo(log.at(4));
        assertThat(judgement.waiting()).isEmpty();
    }

    /** Behind the event that names a new key the old one is nobody's, also when its head is the last of the turn. */
    @Test
    void everyOneIsCheckedAtItsPlaceWhenAnEventChangesTheKeys() {
        List<Envelope> told = new ArrayList<>();
        HeadCheck rotating = new HeadCheck() {
            @Override
            public Trust check(LogHead head, Optional<HeadSignature> signature) {
                return told.isEmpty() ? NamedSigner.check(head, signature) : Trust.UNKNOWN_KEY;
            }

            @Override
            public boolean changesKeys(Envelope event) {
                return event.equals(log.event(1));
            }

            @Override
            public void changeKeys(Envelope event) {
                told.add(event);
            }
        };

        Judgement judgement = judge(NamedSigner.gate(rotating), signed(1), signed(2));

        assertThat(judgement.head()).isEqualTo(log.at(1));
        assertThat(told).containsExactly(log.event(1));
        assertThat(judgement.suspects()).extracting(Suspect::kind).containsExactly(Suspect.Kind.UNTRUSTED);
    }

    /** What the log has left was signed all the same, and must not be forgotten. */
    @Test
    void everyOneIsCheckedAtItsPlaceWhenTheLogGoesOnInANewEpoch() {
        Envelope restored = log.forked(1, 2, 1).event(2);

        Judgement judgement =
                judge(NamedSigner.GATE, signed(1), signed(2), NamedSigner.arrival(restored, NamedSigner.VILLAGE));

        assertThat(judgement.envelopes()).containsExactly(log.event(1), log.event(2), restored);
        assertThat(judgement.branches()).containsExactly(new Judgement.Branch(1, log.at(2)));
    }

    private static Judgement judge(Gate gate, Arrival... arrivals) {
        return Judgement.of(LogHead.start(TestLog.NODE), List.of(arrivals), Map.of(), gate);
    }

    private Event signed(long sequence) {
        return NamedSigner.arrival(log.event(sequence), NamedSigner.VILLAGE);
    }

    private Event unsigned(long sequence) {
        return NamedSigner.arrival(log.event(sequence), null);
    }
}
