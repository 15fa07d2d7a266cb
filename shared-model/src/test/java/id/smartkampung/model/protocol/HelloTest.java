package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HelloTest {

    private final TestLog log = TestLog.ofLength(10);

    @Test
    void whoHasWhatItAcknowledgedIsSentTheRest() {
        assertThat(hello(log, 7, log.backTo(8))).isEqualTo(new Course.Continue(new LogPosition(1, 8)));
    }

    @Test
    void whoHasEverythingIsSentWhatComesNext() {
        assertThat(hello(log, 10, log)).isEqualTo(new Course.Continue(new LogPosition(1, 10)));
    }

    @Test
    void aReceiverThatHasLessThanItAcknowledgedGetsItAgain() {
        assertThat(hello(log, 7, log.backTo(3))).isEqualTo(new Course.SendFrom(new LogPosition(1, 3)));
    }

    @Test
    void aReceiverThatLostMoreThanWeKeptGetsTheRowsAsTheyAre() {
        assertThat(hello(log, 9, 5, log.backTo(3))).isEqualTo(new Course.Resync(new LogPosition(1, 3)));
    }

    @Test
    void aRestoredSenderThatDidNothingFetchesWhatItLost() {
        assertThat(hello(log.backTo(6), 4, log)).isEqualTo(new Course.Recover(log.head()));
    }

    @Test
    void aSenderRestoredToNothingFetchesEverything() {
        assertThat(hello(log.backTo(0), 0, log)).isEqualTo(new Course.Recover(log.head()));
    }

    @Test
    void aRestoredSenderThatWorkedOnForksTheEpochAfterTheLastCommonEvent() {
        TestLog workedOn = log.backTo(6).longer(2);

        assertThat(hello(workedOn, 4, log)).isEqualTo(new Course.Fork(log.at(6), 2, log.head()));
    }

    @Test
    void aForkOfAForkedLogGetsAnEpochOfItsOwn() {
        TestLog forked = log.forked(6, 2, 4);

        assertThat(hello(forked.backTo(8).longer(1), 4, forked))
                .isEqualTo(new Course.Fork(forked.at(8), 3, forked.head()));
    }

    @Test
    void whoWasRestoredToBeforeAnEarlierForkStillGetsAnEpochThatWasNeverUsed() {
        TestLog forked = log.forked(6, 2, 4);

        assertThat(hello(log.backTo(3).longer(1), 2, forked)).isEqualTo(new Course.Fork(log.at(3), 3, forked.head()));
    }

    @Test
    void aReceiverOnTheHistoryThatWeLeftIsSentWhatFollowsTheirCommonEvent() {
        assertThat(hello(log.forked(6, 2, 3), 5, log)).isEqualTo(new Course.Continue(new LogPosition(1, 6)));
    }

    @Test
    void aReceiverRestoredToTheHistoryThatWeLeftGetsTheNewOneAgain() {
        TestLog forked = log.forked(6, 2, 3);

        assertThat(decide(forked, new LogPosition(2, 8), LogPosition.START, log))
                .isEqualTo(new Course.SendFrom(new LogPosition(1, 6)));
    }

    @Test
    void aFrozenVillageSendsNothing() {
        assertThat(Hello.decide(
                        sent(log, new LogPosition(1, 7), LogPosition.START, List.of(log.head())),
                        new Hello.Welcome(log.head(), log.head(), true)))
                .isEqualTo(new Course.Frozen());
    }

    @RepeatedTest(300)
    void theLastCommonEventIsFoundHoweverLongTheLogs(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int length = 1 + random.nextInt(400);
        TestLog common = TestLog.ofLength(random.nextInt(length));
        TestLog ours = common.longer(1 + random.nextInt(length));
        TestLog theirs = common.longer(1 + random.nextInt(length));

        List<LogHead> anchors = Anchors.of(ours.head(), ours::at);
        Course course = hello(ours, theirs, anchors);
        for (int round = 0; course instanceof Course.AskAgain again; round++) {
            assertThat(round).isLessThan(4);
            assertThat(again.anchors()).hasSizeLessThanOrEqualTo(Anchors.MOST);
            course = hello(ours, theirs, again.anchors());
        }

        assertThat(course).isEqualTo(new Course.Fork(common.head(), 2, theirs.head()));
    }

    private static Course hello(TestLog ours, long acked, TestLog theirs) {
        return hello(ours, acked, 0, theirs);
    }

    private static Course hello(TestLog ours, long acked, long pruned, TestLog theirs) {
        return decide(ours, new LogPosition(1, acked), new LogPosition(1, pruned), theirs);
    }

    private static Course decide(TestLog ours, LogPosition acked, LogPosition pruned, TestLog theirs) {
        List<LogHead> anchors = Anchors.of(ours.head(), ours::at);
        return Hello.decide(sent(ours, acked, pruned, anchors), welcome(theirs, anchors));
    }

    private static Course hello(TestLog ours, TestLog theirs, List<LogHead> anchors) {
        return Hello.decide(sent(ours, LogPosition.START, LogPosition.START, anchors), welcome(theirs, anchors));
    }

    private static Hello.Sent sent(TestLog ours, LogPosition acked, LogPosition pruned, List<LogHead> anchors) {
        return new Hello.Sent(ours, ours::at, anchors, acked, pruned);
    }

    private static Hello.Welcome welcome(TestLog theirs, List<LogHead> anchors) {
        LogHead common = Anchors.common(theirs.head(), anchors, theirs::hashAt).orElseThrow();
        return new Hello.Welcome(theirs.head(), common, false);
    }
}
