package id.smartkampung.village.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import id.smartkampung.village.TestDistrict;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.log.PayloadPruning;
import id.smartkampung.village.log.Probe;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.village.trust.PinnedDistrict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxRelayTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ProbeService probes;

    @Inject
    SyncStatus status;

    @Inject
    PayloadPruning pruning;

    @Inject
    VillageProfile village;

    @Inject
    NodeKeys keys;

    @Inject
    PinnedDistrict pinned;

    private TestDistrict district;

    @BeforeEach
    void everythingHasLeftSoFar() {
        district = TestDistrict.of(village.node());
        pinned.pin(List.of(TestDistrict.key()));
        probes.record("start");
        district.awaitArrived(LogRows.head());
    }

    @AfterEach
    void leave() {
        district.close();
    }

    @Test
    void whatIsCommittedArrivesInOrderAndChained() {
        Envelope last = district.lastArrived();
        IntStream.range(0, 20).forEach(i -> probes.record("event " + i));

        List<Envelope> arrived = district.awaitArrived(last.position().sequence() + 1, LogRows.head());

        LogHead head = last.head();
        for (Envelope event : arrived) {
            assertThat(Receiver.judge(head, event, at -> Optional.empty())).isEqualTo(Verdict.ACCEPT);
            head = event.head();
        }
    }

    @Test
    void theLastEventOfEachBatchCarriesTheSignatureOfItsHead() {
        district.awaitArrived(LogRows.head(), LogRows.head());

        ConsumerRecord<String, byte[]> last = lastEvent();

        assertThat(text(last, Attributes.KEY_ID)).isEqualTo(keys.current().id());
        assertThat(keys.current().verifyKey().signed(district.lastArrived().head(), text(last, Attributes.SIGNATURE)))
                .isTrue();
    }

    @Test
    void whatSomebodyElseSaysIsNotBelieved() {
        long before = status.view().ackedSequence();
        LogRows.Row last = LogRows.after(LogRows.head() - 1).get(0);
        byte[] body =
                Control.write(new Control.Ack(village.node(), 1, last.sequence(), hex(last.hash()), Instant.EPOCH));
        district.sayRaw(NodeKey.generate(), "ack.v1", body);
        Probe probe = probes.record("afterwards");

        district.misses(LogRows.of(probe.id).get(0).sequence() - 1);

        awaitSentAgain(LogRows.of(probe.id).get(0).sequence());
        assertThat(status.view().ackedSequence()).isEqualTo(before);
    }

    @Test
    void everythingIsDeliveredWhenTheDistrictSaysSo() {
        probes.record("delivered");

        district.acknowledgeAll();

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(status.view().state()).isEqualTo(SyncView.State.DELIVERED);
            assertThat(status.view().waiting()).isZero();
            assertThat(status.view().ackedSequence()).isEqualTo(LogRows.head());
            assertThat(status.view().lastContactAt()).isNotNull();
        });
    }

    @Test
    void anAcknowledgementNeverGoesBack() {
        long early = LogRows.head();
        LogRows.Row before = LogRows.after(early - 1).get(0);
        probes.record("later");
        district.acknowledgeAll();
        awaitAcknowledged(LogRows.head());

        district.acknowledge(early, hex(before.hash()));
        probes.record("afterwards");
        district.acknowledgeAll();

        awaitAcknowledged(LogRows.head());
        assertThat(status.view().state()).isEqualTo(SyncView.State.DELIVERED);
    }

    @Test
    void whatTheDistrictMissesIsSentAgain() {
        long before = LogRows.head();
        IntStream.range(0, 3).forEach(i -> probes.record("lost " + i));
        district.awaitArrived(before + 1, before + 3);

        district.misses(before + 1);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .extracting(event -> event.position().sequence())
                        .containsSubsequence(before + 1, before + 2, before + 3, before + 2, before + 3));
    }

    @Test
    void aWordThatIsNotUnderstoodIsPassedOver() {
        district.sayRaw("riddle.v1", new byte[] {1, 2, 3});
        district.sayRaw(
                "ack.v1", "{\"node\":\"35.10.01.2001\",\"epoch\":-1,\"sequence\":7}".getBytes(StandardCharsets.UTF_8));

        probes.record("still heard");
        district.acknowledgeAll();

        awaitAcknowledged(LogRows.head());
    }

    @Test
    void payloadsAreEmptiedAMonthAfterTheyWereApplied() throws SQLException {
        Probe old = probes.record("long ago");
        district.acknowledgeAll();
        awaitAcknowledged(LogRows.head());
        LogRows.asOwner("insert into log_ack values (current_date - 40, 1, " + LogRows.head() + ")");
        Probe recent = probes.record("today");

        await().atMost(SOON).untilAsserted(() -> {
            pruning.prune();
            assertThat(LogRows.of(old.id).get(0).data()).isNull();
        });
        assertThat(LogRows.of(recent.id).get(0).data()).isNotNull();
        LogRows.asOwner("delete from log_ack where acked_on < current_date - 30");
    }

    /** A word behind another has been heard when it is obeyed. */
    private void awaitSentAgain(long sequence) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .extracting(event -> event.position().sequence())
                        .containsSubsequence(sequence, sequence));
    }

    private ConsumerRecord<String, byte[]> lastEvent() {
        List<ConsumerRecord<String, byte[]>> events = district.records().stream()
                .filter(record -> record.headers().lastHeader(Control.HEADER) == null)
                .toList();
        return events.get(events.size() - 1);
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(TestDistrict.value(record, header), StandardCharsets.UTF_8);
    }

    private void awaitAcknowledged(long sequence) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().ackedSequence()).isEqualTo(sequence));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
