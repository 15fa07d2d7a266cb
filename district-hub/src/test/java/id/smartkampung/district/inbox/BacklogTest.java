package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final TopicPartition A = new TopicPartition("kampung.up.a", 0);
    private static final TopicPartition B = new TopicPartition("kampung.up.b", 0);
    private static final Assignment.Place PLACE = new Assignment.Place("topic", null);

    private final CountDownLatch released = new CountDownLatch(1);
    private final Backlog backlog = new Backlog("test");

    @AfterEach
    void close() {
        released.countDown();
        backlog.close();
    }

    @Test
    void aTurnKeepsItsVillageUntilItsEndWasTaken() {
        begin(A, this::held);

        assertThat(backlog.villages()).containsExactly(A);
        assertThat(backlog.ended()).isEmpty();
        released.countDown();
        assertThat(awaitEnded(1)).extracting(Backlog.Ended::village).containsExactly(A);
        assertThat(backlog.villages()).isEmpty();
        assertThat(backlog.isBusy()).isFalse();
    }

    @Test
    void oneLiesReadyWhileAnotherIsAppliedAndThenThereIsNoRoom() {
        begin(A, this::held);
        begin(B, Optional::empty);

        assertThat(backlog.room()).isZero();
        released.countDown();
        assertThat(awaitEnded(2)).extracting(Backlog.Ended::village).containsExactly(A, B);
    }

    @Test
    void whatCannotBeStoredNowSaysWhereToBeginAgain() {
        SQLException failure = new SQLException("no database");
        backlog.begin(A, PLACE, 42, () -> {
            throw failure;
        });

        assertThat(awaitEnded(1)).containsExactly(new Backlog.Ended(A, PLACE, 42, Optional.empty(), failure));
    }

    @Test
    void aMistakeOfTheProgramIsNotTakenForAFailureOfTheDatabase() {
        begin(A, () -> {
            throw new IllegalArgumentException("mistake");
        });

        assertThatThrownBy(() -> awaitEnded(1)).hasRootCauseMessage("mistake");
    }

    @Test
    void aVillageThatGoesToAnotherHasEndedItsTurnBefore() throws InterruptedException {
        AtomicBoolean gone = new AtomicBoolean();
        begin(A, this::held);
        Thread worker = new Thread(() -> {
            backlog.awaitEnd(Set.of(A));
            gone.set(true);
        });

        worker.start();
        await().until(() -> worker.getState() == Thread.State.TIMED_WAITING);
        assertThat(gone).isFalse();
        released.countDown();
        worker.join();
        assertThat(backlog.ended()).hasSize(1);
    }

    @Test
    void whatOnlyLiesReadyIsNotBegunAtAStop() {
        AtomicBoolean begun = new AtomicBoolean();
        begin(A, this::held);
        begin(B, () -> {
            begun.set(true);
            return Optional.empty();
        });

        Thread stop = new Thread(backlog::close);
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        released.countDown();

        assertThat(awaitEnded(2)).extracting(ended -> ended.failure() == null).containsExactly(true, false);
        assertThat(begun).isFalse();
    }

    private void begin(TopicPartition village, Callable<Optional<VillageInbox.Received>> turn) {
        backlog.begin(village, PLACE, 0, turn);
    }

    private Optional<VillageInbox.Received> held() throws InterruptedException {
        released.await();
        return Optional.empty();
    }

    private List<Backlog.Ended> awaitEnded(int turns) {
        List<Backlog.Ended> ended = new ArrayList<>();
        await().until(() -> {
            ended.addAll(backlog.ended());
            return ended.size() == turns;
        });
        return ended;
    }
}
