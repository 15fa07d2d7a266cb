package id.smartkampung.village.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.testsupport.Databases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    @Inject
    ProbeService probes;

    @Inject
    Outbox outbox;

    @Test
    void aChangeLeavesOneEventInItsTransaction() {
        Probe probe = probes.record("first");

        assertThat(LogRows.of(probe.id)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("family-recorded.v1");
            assertThat(event.label()).isEqualTo("first");
        });
    }

    @Test
    void whatChangesAfterTheAppendIsInTheEvent() {
        Probe probe = probes.record("early", late -> late.label = "late");

        assertThat(LogRows.of(probe.id))
                .singleElement()
                .satisfies(event -> assertThat(event.label()).isEqualTo("late"));
    }

    @Test
    void aRowAppendedTwiceIsOneEvent() {
        Probe probe = probes.record("once", again -> outbox.append(again));

        assertThat(LogRows.of(probe.id)).hasSize(1);
    }

    @Test
    void aRowWrittenInStepsIsOneEventOfItsLastState() {
        Probe probe = probes.recordInSteps("one", "two", "three");

        assertThat(LogRows.of(probe.id))
                .singleElement()
                .satisfies(event -> assertThat(event.label()).isEqualTo("three"));
    }

    @Test
    void aRowChangedAndRemovedAtOnceLeavesItsRemoval() {
        Probe probe = probes.record("short");

        probes.changeAndRemove(probe.id);

        assertThat(LogRows.of(probe.id))
                .extracting(LogRows.Row::type)
                .containsExactly("family-recorded.v1", "family-removed.v1");
    }

    @Test
    void eachEventIsChainedToTheOneBefore() {
        long before = LogRows.head();
        IntStream.range(0, 5).forEach(i -> probes.record("link " + i));

        List<LogRows.Row> events = LogRows.after(before);

        assertThat(events).hasSize(5);
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).prevHash()).isEqualTo(events.get(i - 1).hash());
        }
    }

    @Test
    void anAppendWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(Probe.labelled("alone")))
                .hasMessageContaining("Transaction is required");
    }

    @Test
    void aChangeWithoutItsEventIsRefusedAtTheCommit() {
        Probe probe = probes.record("told");

        assertThatThrownBy(() -> probes.changeSilently(probe.id, "untold")).hasStackTraceContaining("leaves no event");
        assertThat(LogRows.number("select count(*) from probe where label = 'untold'"))
                .isZero();
    }

    @Test
    void aRemovalWithoutItsEventIsRefusedAtTheCommit() {
        Probe probe = probes.record("stays");

        assertThatThrownBy(() -> probes.removeSilently(probe.id)).hasStackTraceContaining("leaves no event");
    }

    @Test
    void aRemovalLeavesItsEvent() {
        Probe probe = probes.record("goes");

        probes.remove(probe.id);

        assertThat(LogRows.of(probe.id))
                .extracting(LogRows.Row::type)
                .containsExactly("family-recorded.v1", "family-removed.v1");
    }

    @Test
    void aChangeAfterTheEventsAreNumberedRollsEverythingBack() {
        Probe probe = probes.record("sealed");

        assertThatThrownBy(() -> probes.changeTooLate(probe.id)).hasStackTraceContaining("comes too late");
        assertThat(LogRows.of(probe.id)).hasSize(1);
    }

    @Test
    void aPersonAtTheSqlPromptIsRefusedEvenAsOwner() {
        Probe probe = probes.record("by the program");

        assertThatThrownBy(() -> LogRows.asOwner("update probe set label = 'by hand' where id = '" + probe.id + "'"))
                .hasMessageContaining("leaves no event");
        assertThatThrownBy(() -> LogRows.asOwner("delete from probe where id = '" + probe.id + "'"))
                .hasMessageContaining("leaves no event");
    }

    @Test
    void aSyncedTableIsNotTruncated() {
        assertThatThrownBy(() -> LogRows.asOwner("truncate probe")).hasMessageContaining("not truncated");
    }

    @Test
    void theProgramCannotRewriteWhatItHasSaid() {
        probes.record("said");

        assertThatThrownBy(() -> LogRows.asApp("delete from outbox")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> LogRows.asApp("update outbox set type = 'other'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> LogRows.asApp("update outbox set data = 'x'")).hasMessageContaining("not changed");
    }

    @Test
    void aPayloadThatTheDistrictHasNotAppliedCannotBeEmptied() {
        Probe probe = probes.record("kept");

        assertThatThrownBy(() -> LogRows.asOwner("update outbox set data = null where subject_id = '" + probe.id + "'"))
                .hasMessageContaining("not emptied before it is acknowledged");
    }

    @Test
    void manyWritersAtOnceLeaveNoHole() throws Exception {
        long before = LogRows.head();
        Random dice = new Random(20261121);
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String label = "writer " + i;
            boolean givesUp = dice.nextInt(4) == 0;
            writers.add(() -> write(label, givesUp));
        }

        ExecutorService counters = Executors.newFixedThreadPool(8);
        long committed = 0;
        for (Future<Boolean> writer : counters.invokeAll(writers)) {
            committed += writer.get() ? 1 : 0;
        }
        counters.shutdown();

        assertThat(LogRows.after(before))
                .extracting(LogRows.Row::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + committed)
                        .boxed()
                        .toList());
    }

    @Test
    void whoCommitsFirstIsNumberedFirstThoughItBeganLast() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService counter = Executors.newSingleThreadExecutor();
        Future<Probe> slow = counter.submit(() -> probes.record("began first", probe -> {
            begun.countDown();
            awaitQuietly(mayCommit);
        }));
        begun.await();

        Probe quick = probes.record("committed first");
        mayCommit.countDown();
        Probe late = slow.get();
        counter.shutdown();

        assertThat(LogRows.of(quick.id).get(0).sequence())
                .isLessThan(LogRows.of(late.id).get(0).sequence());
    }

    @Test
    void aProgramKilledInsideItsTransactionLeavesNoHole() throws SQLException {
        long before = LogRows.head();
        UUID killed = UUID.randomUUID();
        Connection connection = Databases.village().asApp();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select * from log_head for update");
            statement.execute("update log_head set sequence = sequence + 1");
            statement.execute("insert into probe values ('" + killed + "', 0, 'killed')");
        }
        // As the operating system does for a killed program: the line is cut without a word.
        connection.abort(Runnable::run);

        probes.record("after the kill");

        assertThat(LogRows.after(before))
                .singleElement()
                .satisfies(event -> assertThat(event.sequence()).isEqualTo(before + 1));
    }

    private boolean write(String label, boolean givesUp) {
        try {
            probes.record(label, probe -> {
                if (givesUp) {
                    throw new IllegalArgumentException("gives up");
                }
            });
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void nothingIsLeftOfATransactionThatRolledBack() {
        long before = LogRows.head();

        QuarkusTransaction.begin();
        probes.record("never");
        QuarkusTransaction.rollback();

        assertThat(LogRows.head()).isEqualTo(before);
    }
}
