package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.protocol.Sender.Receipt;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final TestLog log = TestLog.ofLength(10);
    private final TestLog forked = log.forked(6, 2, 3);

    @Test
    void moreThanWasAcknowledgedIsNews() {
        assertThat(receipt(log, 4, log.at(7))).isEqualTo(Receipt.NEWS);
    }

    @Test
    void theSameAcknowledgementAgainIsKnown() {
        assertThat(receipt(log, 7, log.at(7))).isEqualTo(Receipt.KNOWN);
    }

    @Test
    void lessThanWasAcknowledgedIsNoticed() {
        assertThat(receipt(log, 7, log.at(4))).isEqualTo(Receipt.LOWER);
    }

    @Test
    void anAcknowledgementOfNothingAfterSomethingIsNoticed() {
        assertThat(receipt(log, 7, log.at(0))).isEqualTo(Receipt.LOWER);
    }

    @Test
    void anotherHashAtAPositionOfOursIsAnotherHistory() {
        assertThat(receipt(log, 4, TestLog.ofLength(7).head())).isEqualTo(Receipt.OTHER_HISTORY);
    }

    @Test
    void aPositionBeyondOurEndIsAnotherHistory() {
        assertThat(receipt(log, 4, log.longer(1).head())).isEqualTo(Receipt.OTHER_HISTORY);
    }

    @Test
    void anEpochBeyondOursIsAnotherHistory() {
        assertThat(receipt(log, 4, forked.head())).isEqualTo(Receipt.OTHER_HISTORY);
    }

    @Test
    void theHistoryThatWeLeftIsKnownUntilTheNewOneIsAcknowledged() {
        assertThat(receipt(forked, 6, log.at(10))).isEqualTo(Receipt.KNOWN);
    }

    @Test
    void aReceiverThatStandsOnTheHistoryThatWeLeftAgainWasRestored() {
        assertThat(Sender.receipt(forked, new LogPosition(2, 8), log.at(10))).isEqualTo(Receipt.LOWER);
    }

    @Test
    void whatIsMissingIsSentAgainAfterThatPosition() {
        assertThat(Sender.sendAgainAfter(log, new LogPosition(1, 9), new LogPosition(1, 3)))
                .contains(new LogPosition(1, 3));
    }

    @Test
    void whatWasNotSentYetIsNotSentAgain() {
        assertThat(Sender.sendAgainAfter(log, new LogPosition(1, 3), new LogPosition(1, 3)))
                .isEmpty();
    }

    @Test
    void whoStandsOnTheHistoryThatWeLeftIsSentWhatFollowsTheirCommonEvent() {
        assertThat(Sender.sendAgainAfter(forked, new LogPosition(2, 9), new LogPosition(1, 10)))
                .contains(new LogPosition(1, 6));
    }

    @Test
    void whoStandsBeyondOurEndIsSentNothing() {
        assertThat(Sender.sendAgainAfter(log, new LogPosition(1, 9), new LogPosition(1, 12)))
                .isEmpty();
    }

    private static Receipt receipt(TestLog log, long acked, LogHead applied) {
        return Sender.receipt(log, new LogPosition(1, acked), applied);
    }
}
