package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Logs.Sent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold for any log and any change of it; each repetition is a seed and can be run again alone. */
class LogPropertiesTest {

    private static final int LENGTH = 12;

    private final List<Sent> log =
            new ArrayList<>(Logs.ofLength(LENGTH).stream().map(Sent::of).toList());
    private final LogHead trueHead = Logs.received(log);

    @Test
    void anUnchangedLogIsAcceptedToItsEnd() {
        assertThat(trueHead.position()).isEqualTo(new LogPosition(1, LENGTH));
    }

    @RepeatedTest(300)
    void aFlippedBitOfDataIsCorrupt(RepetitionInfo seed) throws EnvelopeFormatException {
        Random random = new Random(seed.getCurrentRepetition());
        int at = random.nextInt(LENGTH);
        Sent victim = log.get(at);
        LogHead before = Logs.received(log.subList(0, at));

        Envelope changed = victim.withData(flipped(victim.data(), random)).read();

        assertThat(Logs.judge(before, changed)).isEqualTo(Verdict.CORRUPT);
    }

    @RepeatedTest(500)
    void aFlippedBitOfAHeaderKeepsTheReceiverFromTheTrueHead(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int at = random.nextInt(LENGTH);
        String header = Attributes.NAMES.get(random.nextInt(Attributes.NAMES.size()));
        Map<String, byte[]> headers = log.get(at).headers();

        log.set(at, log.get(at).with(header, flipped(headers.get(header), random)));

        assertThat(Logs.received(log)).isNotEqualTo(trueHead);
        // Chained as it is, the change is seen at the next event at the latest.
        assertThat(Logs.received(log).position().sequence()).isLessThanOrEqualTo(at + 1);
    }

    @Test
    void aDroppedEventIsAGapAtItsPlace() throws EnvelopeFormatException {
        for (int at = 0; at < LENGTH - 1; at++) {
            LogHead before = Logs.received(log.subList(0, at));

            assertThat(Logs.judge(before, log.get(at + 1).read())).isEqualTo(Verdict.GAP);
        }
    }

    @Test
    void aTruncatedLogEndsBeforeTheTrueHead() {
        for (int end = 0; end < LENGTH; end++) {
            assertThat(Logs.received(log.subList(0, end))).isNotEqualTo(trueHead);
        }
    }

    @Test
    void twoSwappedEventsAreNotAccepted() {
        for (int at = 0; at < LENGTH - 1; at++) {
            List<Sent> swapped = new ArrayList<>(log);
            Collections.swap(swapped, at, at + 1);

            assertThat(Logs.received(swapped).position().sequence()).isEqualTo(at);
        }
    }

    @RepeatedTest(50)
    void anyOrderEndsAtTheTrueHeadWhenTheGapsAreAskedForAgain(RepetitionInfo seed) throws EnvelopeFormatException {
        Random random = new Random(seed.getCurrentRepetition());
        LogHead head = LogHead.start(Logs.NODE);

        // Everything arrives in random order again and again, as from a sender that is asked to send once more.
        for (int round = 0; !head.equals(trueHead); round++) {
            assertThat(round).isLessThanOrEqualTo(LENGTH);
            Collections.shuffle(log, random);
            for (Sent record : log) {
                Envelope event = record.read();
                if (Logs.judge(head, event) == Verdict.ACCEPT) {
                    head = event.head();
                }
            }
        }
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }
}
