package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.CarriedEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Faults 21 and 22: what was lost is taken back only as the one chain that it was. */
class ReturnedTailTest {

    private final TestLog log = TestLog.ofLength(8);
    private final LogHead after = log.event(3).head();
    private final List<Envelope> tail =
            new ArrayList<>(List.of(log.event(4), log.event(5), log.event(6), log.event(7), log.event(8)));

    @Test
    void anUnbrokenChainLeadsToItsLastEvent() {
        assertThat(ReturnedTail.end(after, tail)).contains(log.head());
    }

    @Test
    void nothingLeadsNowhere() {
        assertThat(ReturnedTail.end(after, List.of())).contains(after);
    }

    @Test
    void aTailThatWentOnInANewEpochIsFollowed() {
        TestLog forked = log.forked(5, 2, 2);

        assertThat(ReturnedTail.end(after, List.of(log.event(4), log.event(5), forked.event(6), forked.event(7))))
                .contains(forked.head());
    }

    @Test
    void eachEventThatIsLeftOutIsMissed() {
        for (int i = 0; i < tail.size() - 1; i++) {
            List<Envelope> gap = new ArrayList<>(tail);
            gap.remove(i);
            assertThat(ReturnedTail.end(after, gap)).as("without %d", i).isEmpty();
        }
    }

    @Test
    void twoEventsInTheWrongOrderAreRefused() {
        Collections.swap(tail, 1, 2);

        assertThat(ReturnedTail.end(after, tail)).isEmpty();
    }

    @Test
    void anEventWithOtherDataIsRefused() {
        Envelope event = tail.get(2);
        tail.set(
                2,
                new Envelope(
                        event.node(),
                        event.position(),
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.prevHash(),
                        event.dataHash(),
                        event.salt(),
                        new byte[] {1}));

        assertThat(ReturnedTail.end(after, tail)).isEmpty();
    }

    @Test
    void aTailBehindAnotherPlaceIsRefused() {
        assertThat(ReturnedTail.end(log.event(2).head(), tail)).isEmpty();
    }

    @Test
    void anEventIsTheSameAfterItsJourneyInAControlRecord() {
        Envelope event = tail.get(0);

        assertThat(Optional.of(CarriedEvent.of(event).envelope(event.node()))).contains(event);
    }
}
