package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Logs.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold of a log whatever events of it were erased; each repetition is a seed and can be run again alone. */
class ErasurePropertiesTest {

    private static final int LENGTH = 12;

    private final List<Envelope> log = Logs.ofLength(LENGTH);
    private final LogHead trueHead = log.get(LENGTH - 1).head();

    @RepeatedTest(100)
    void whateverIsErasedTheChainHoldsToItsTrueHead(RepetitionInfo seed) {
        List<Sent> sent = new ArrayList<>();
        Random random = new Random(seed.getCurrentRepetition());
        log.forEach(event -> sent.add(Sent.of(random.nextBoolean() ? event.erased() : event)));

        assertThat(Logs.received(sent)).isEqualTo(trueHead);
    }

    @Test
    void ofAnErasedEventNeitherDataNorSaltAreSent() {
        for (Envelope event : log) {
            Sent erased = Sent.of(event.erased());

            assertThat(erased.data()).isEmpty();
            assertThat(erased.headers()).doesNotContainKey(Attributes.SALT);
            String salt = new String(Attributes.write(event).get(Attributes.SALT), StandardCharsets.UTF_8);
            assertThat(erased.headers().values())
                    .noneMatch(value -> new String(value, StandardCharsets.UTF_8).contains(salt));
        }
    }

    @Test
    void anErasedEventAndTheWholeOneAreTheSameToWhoHasEither() {
        Envelope event = log.get(LENGTH - 1);

        assertThat(judgeKnown(event.erased())).isEqualTo(Verdict.REPEAT);
        assertThat(judgeKnown(event)).isEqualTo(Verdict.REPEAT);
    }

    /** What the chain covers: id, type, subject and time of an erased event are said and not proven. */
    @RepeatedTest(200)
    void aFlippedBitOfWhatTheChainCoversKeepsTheReceiverFromTheTrueHead(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Sent> sent = new ArrayList<>(
                log.stream().map(event -> Sent.of(event.erased())).toList());
        List<String> covered = List.of(
                Attributes.SOURCE,
                Attributes.SEQUENCE,
                Attributes.EPOCH,
                Attributes.PREV_HASH,
                Attributes.DATA_HASH,
                Attributes.HEADER_HASH);
        int at = random.nextInt(LENGTH);
        String header = covered.get(random.nextInt(covered.size()));
        byte[] value = sent.get(at).headers().get(header).clone();
        value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));

        sent.set(at, sent.get(at).with(header, value));

        assertThat(Logs.received(sent)).isNotEqualTo(trueHead);
    }

    @Test
    void anErasedEventWithDataIsNoEvent() {
        Sent erased = Sent.of(log.get(0).erased());

        assertThat(Logs.received(List.of(erased.withData(new byte[] {'{', '}'}))))
                .isEqualTo(LogHead.start(Logs.NODE));
    }

    @Test
    void aSaltCountsBeforeTheHashThatStandsForIt() throws EnvelopeFormatException {
        Sent whole = Sent.of(log.get(0));

        Envelope read = whole.with(Attributes.HEADER_HASH, "00".repeat(32).getBytes(StandardCharsets.UTF_8))
                .read();

        assertThat(read).isEqualTo(log.get(0));
    }

    @Test
    void anErasedEventGoesOnInANewEpochAsOneWithoutItsData() {
        Envelope erased = log.get(3).erased();
        LogHead common = log.get(2).head();
        LogHead before =
                new LogHead(common.node(), new LogPosition(2, common.position().sequence()), common.hash());

        Envelope renumbered = erased.renumbered(before);

        assertThat(renumbered.isErased()).isTrue();
        assertThat(renumbered.headerHash()).isNotEqualTo(erased.headerHash());
        assertThat(Receiver.judge(common, renumbered, position -> Optional.empty()))
                .isEqualTo(Verdict.NEW_EPOCH);
    }

    @Test
    void aTailThatIsGivenBackCarriesItAsItIsKept() throws EnvelopeFormatException {
        Envelope erased = log.get(1).erased();
        Control.Tail tail = new Control.Tail(
                Logs.NODE,
                "nonce",
                Control.Place.of(log.get(0).head()),
                List.of(CarriedEvent.of(erased), CarriedEvent.of(log.get(2))),
                Logs.TIME);

        Control.Tail read = (Control.Tail) Control.read(tail.kind(), Control.write(tail));

        assertThat(read.events().stream().map(event -> event.envelope(Logs.NODE)))
                .isEqualTo(Arrays.asList(erased, log.get(2)));
    }

    private Verdict judgeKnown(Envelope event) {
        return Logs.judge(trueHead, event);
    }
}
