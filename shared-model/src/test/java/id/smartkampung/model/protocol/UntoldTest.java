package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.protocol.Untold.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sender that is set back twice would no longer know of. */
class UntoldTest {

    private static final Instant TIME = Instant.parse("2026-06-30T01:02:03Z");

    private final List<Envelope> first = log(LogHead.start(TestLog.NODE), "a", "b", "c", "b");

    @Test
    void whatABranchLeavesIsUntoldUntilItIsToldAnew() {
        List<Envelope> second = log(inEpoch(2, first.get(0).head()), "d", "c");

        Untold untold = after(Untold.NOTHING, first.get(3).head(), second.subList(0, 1), first);
        assertThat(untold.places()).isEqualTo(Map.of("b", new LogPosition(1, 4), "c", new LogPosition(1, 3)));

        Untold later = after(untold, second.get(0).head(), second.subList(1, 2), first);
        assertThat(later.places()).isEqualTo(Map.of("b", new LogPosition(1, 4)));
    }

    @Test
    void whatIsToldAnewInTheTurnOfTheBranchIsNotUntold() {
        List<Envelope> second = log(inEpoch(2, first.get(0).head()), "b", "c");

        assertThat(after(Untold.NOTHING, first.get(3).head(), second, first).isEmpty())
                .isTrue();
    }

    @Test
    void whatASecondBranchLeavesIsAddedToWhatTheFirstLeft() {
        List<Envelope> second = log(inEpoch(2, first.get(0).head()), "d", "c");
        Untold untold = after(Untold.NOTHING, first.get(3).head(), second, first);
        List<Envelope> third = log(inEpoch(3, first.get(0).head()), "e");

        Untold later = after(untold, second.get(1).head(), third, second);

        assertThat(later.places())
                .isEqualTo(Map.of("b", new LogPosition(1, 4), "d", new LogPosition(2, 2), "c", new LogPosition(2, 3)));
    }

    @Test
    void whatTheFirstBranchLeftIsNewerThanTheHistoryBeforeIt() {
        List<Envelope> second = log(inEpoch(2, first.get(1).head()), "d");
        Untold untold = after(Untold.NOTHING, first.get(3).head(), second, first);
        List<Envelope> third = log(inEpoch(3, first.get(0).head()), "e");

        Untold later = after(untold, second.get(0).head(), third, List.of(first.get(1), second.get(0)));

        assertThat(later.places())
                .isEqualTo(Map.of("b", new LogPosition(1, 4), "c", new LogPosition(1, 3), "d", new LogPosition(2, 3)));
    }

    @Test
    void anEventThatGoesOnInItsEpochLeavesNothing() {
        List<Envelope> next = log(first.get(3).head(), "f");

        assertThat(after(Untold.NOTHING, first.get(3).head(), next, first).isEmpty())
                .isTrue();
    }

    @Test
    void theSenderLacksTheLastOfEachSubjectThatItHasNotToldSince() {
        List<Envelope> lacking = Untold.lacking(first, (subject, epoch) -> subject.equals("c") && epoch == 1);

        assertThat(lacking).containsExactly(first.get(0), first.get(3));
    }

    private static Untold after(Untold before, LogHead applied, List<Envelope> events, List<Envelope> left) {
        List<Arrival> arrivals = new ArrayList<>();
        events.forEach(event -> arrivals.add(new Arrival.Event(0, event, Optional.empty())));
        // The common event, which the receiver finds in what it has applied.
        Envelope begin = events.get(0);
        Map<LogPosition, Hash> known =
                Map.of(new LogPosition(1, begin.position().sequence() - 1), begin.prevHash());
        Judgement judgement = Judgement.of(applied, arrivals, known, Gate.OPEN);
        assertThat(judgement.accepted()).hasSize(events.size());
        return before.after(
                judgement,
                branch -> left.stream()
                        .filter(event -> event.position().sequence() > branch.common())
                        .map(event -> new Told(event.subject(), event.position()))
                        .toList(),
                event -> List.of(event.subject()));
    }

    private static LogHead inEpoch(int epoch, LogHead common) {
        return new LogHead(
                TestLog.NODE, new LogPosition(epoch, common.position().sequence()), common.hash());
    }

    private static List<Envelope> log(LogHead after, String... subjects) {
        List<Envelope> log = new ArrayList<>();
        LogHead head = after;
        for (String subject : subjects) {
            Envelope event = Envelope.next(
                    head, "resident-recorded.v1", subject, TIME, subject.getBytes(StandardCharsets.UTF_8));
            log.add(event);
            head = event.head();
        }
        return log;
    }
}
