package id.smartkampung.village.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each command of the district is obeyed once and in its order, whatever repeats, is missing or was restored. */
@QuarkusTest
class CommandInboxTest {

    @Inject
    CommandInbox inbox;

    @Inject
    LogQueries log;

    private LogHead before;
    private long start;

    @BeforeEach
    void remember() {
        before = log.state().obeyed();
        start = LogRows.head();
    }

    @Test
    void aCommandIsObeyedAndItsPlaceKept() {
        Envelope command = commandAfter(before);

        take(command);

        assertThat(LogRows.head()).isEqualTo(start + 1);
        assertThat(log.state().obeyed()).isEqualTo(command.head());
    }

    @Test
    void aRepeatIsNotObeyedAgain() {
        Envelope command = commandAfter(before);

        take(command, command);
        take(command);

        assertThat(LogRows.head()).isEqualTo(start + 1);
    }

    @Test
    void whatStandsBehindAGapWaits() {
        Envelope first = commandAfter(before);
        Envelope second = commandAfter(first.head());

        take(second);
        assertThat(log.state().obeyed()).isEqualTo(before);

        take(first, second);
        assertThat(log.state().obeyed()).isEqualTo(second.head());
        assertThat(LogRows.head()).isEqualTo(start + 2);
    }

    @Test
    void aCommandOnAnotherChainIsNotObeyed() {
        LogHead other = new LogHead(before.node(), before.position(), Hash.sha256(new byte[] {1}));

        take(commandAfter(other));

        assertThat(log.state().obeyed()).isEqualTo(before);
        assertThat(LogRows.head()).isEqualTo(start);
    }

    @Test
    void aDistrictThatWasRestoredGoesOnInANewEpoch() {
        LogPosition position = before.position();
        LogHead epoch =
                new LogHead(before.node(), new LogPosition(position.epoch() + 1, position.sequence()), before.hash());
        Envelope command = commandAfter(epoch);

        take(command);

        assertThat(log.state().obeyed()).isEqualTo(command.head());
        assertThat(LogRows.head()).isEqualTo(start + 1);
    }

    @Test
    void aCommandThatIsUnknownHereIsPassedOver() {
        Envelope command = Envelope.next(
                before, "weather-wanted.v1", "command/1", Instant.EPOCH, "{}".getBytes(StandardCharsets.UTF_8));

        take(command);

        assertThat(log.state().obeyed()).isEqualTo(command.head());
        assertThat(LogRows.head()).isEqualTo(start);
    }

    private static Envelope commandAfter(LogHead head) {
        DistrictEvent command = new DistrictEvent.CheckpointWanted(UUID.randomUUID(), List.of());
        return Envelope.next(
                head,
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
    }

    private void take(Envelope... commands) {
        QuarkusTransaction.requiringNew().run(() -> inbox.take(List.of(commands)));
    }
}
