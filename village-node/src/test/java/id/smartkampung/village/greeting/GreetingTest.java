package id.smartkampung.village.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.village.TestDistrict;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.sync.SyncStatus;
import id.smartkampung.village.sync.SyncView;
import id.smartkampung.village.trust.PinnedDistrict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before anything is sent the district says what it has; only where the histories agree does sending go on. */
@QuarkusTest
class GreetingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Much less than the ten minutes after which it asks by itself. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @Inject
    Greeting greeting;

    @Inject
    LogQueries log;

    @Inject
    PinnedDistrict pinned;

    @Inject
    SyncStatus status;

    @Inject
    ProbeService probes;

    @Inject
    VillageProfile village;

    private TestDistrict district;

    @BeforeEach
    void everythingHasLeftSoFar() {
        district = TestDistrict.of(village.node());
        pinned.pin(List.of(TestDistrict.key()));
        probes.record("start");
        district.awaitArrived(LogRows.head());
        acknowledgeAll();
    }

    @AfterEach
    void goOn() {
        district.answering(welcome -> welcome);
        greeting.begin();
        await().atMost(SOON).until(() -> !district.hellos().isEmpty() && greeting.isWelcomed());
        district.close();
    }

    @Test
    void nothingIsSentBeforeTheHelloIsAnswered() {
        district.answering(welcome -> null);
        greeting.begin();
        await().atMost(SOON).until(() -> district.hellos().size() > 1);
        probes.record("kept back");
        long kept = LogRows.head();
        await().atMost(SOON).until(() -> district.hellos().size() > 3);
        assertThat(arrived(kept)).isFalse();

        district.answering(welcome -> welcome);

        district.awaitArrived(kept);
    }

    @Test
    void aHelloNamesTheEndOfTheLogFirstAndItsStartLast() {
        greeting.begin();

        await().atMost(SOON).until(() -> !district.hellos().isEmpty());

        List<Control.Place> places = district.hellos().get(0).places();
        assertThat(places.get(0).sequence()).isEqualTo(LogRows.head());
        assertThat(places.get(places.size() - 1).sequence()).isZero();
    }

    @Test
    void aDistrictThatWasRestoredGetsAgainWhatItLost() {
        long head = LogRows.head();
        Control.Place before = place(head - 1);
        district.answering(welcome -> with(welcome, before, before));

        greeting.begin();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .extracting(event -> event.position().sequence())
                        .containsSubsequence(head, head));
    }

    @Test
    void aDistrictThatLostMoreThanIsKeptGetsThePlacesOfWhatWasEmptied() throws SQLException {
        long emptied = LogRows.head();
        Control.Place before = place(emptied - 1);
        LogRows.asOwner("update outbox set data = null where sequence = " + emptied);
        probes.record("still here");
        district.answering(welcome -> with(welcome, before, before));

        greeting.begin();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events()).anySatisfy(event -> {
                    assertThat(event.position().sequence()).isEqualTo(emptied);
                    assertThat(event.isSkeleton()).isTrue();
                }));
    }

    @Test
    void noCommandIsObeyedBeforeTheHelloIsAnswered() {
        Envelope command = aCommand();
        long start = LogRows.head();
        district.answering(welcome -> null);
        greeting.begin();
        await().atMost(SOON).until(() -> !district.hellos().isEmpty());
        long listened = listened();

        district.ask(command);

        await().atMost(SOON).until(() -> listened() > listened);
        assertThat(LogRows.head()).isEqualTo(start);
        district.answering(welcome -> welcome);
        await().atMost(SOON).until(() -> !district.hellos().isEmpty() && greeting.isWelcomed());
        district.ask(command);
        await().atMost(SOON).until(() -> LogRows.head() == start + 1);
    }

    @Test
    void theDistrictHearsHowFarItWasObeyed() {
        Envelope command = aCommand();
        await().atMost(SOON).until(() -> greeting.isWelcomed());

        district.ask(command);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.heads())
                        .extracting(Control.Head::applied)
                        .contains(Control.Place.of(command.head())));
    }

    private Envelope aCommand() {
        DistrictEvent command = new DistrictEvent.CheckpointWanted(UUID.randomUUID(), List.of());
        return Envelope.next(
                log.state().obeyed(),
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
    }

    private static long listened() {
        return LogRows.number("select coalesce(down_offset, 0) from log_state");
    }

    @Test
    void aServerThatWasRestoredSendsNothingAndSaysSo() {
        Control.Place head = place(LogRows.head());
        Control.Place later = new Control.Place(1, LogRows.head() + 3, "ab".repeat(32));
        district.answering(welcome -> with(welcome, later, head));

        greeting.begin();

        awaitState(SyncView.State.RESTORED);
        assertThat(greeting.isWelcomed()).isFalse();
    }

    @Test
    void aServerThatWasRestoredAndWorkedOnSendsNothingAndSaysWhereItParted() {
        Control.Place common = place(LogRows.head() - 1);
        Control.Place other = new Control.Place(1, LogRows.head() + 3, "ab".repeat(32));
        district.answering(welcome -> with(welcome, other, common));

        greeting.begin();

        awaitState(SyncView.State.FORKED);
        assertThat(status.view().trouble()).isEqualTo(LogRows.head());
    }

    @Test
    void aClonedServerIsFrozenWhoeverAsked() {
        Control.Place head = place(LogRows.head());

        district.say(new Control.Welcome(
                village.node(), "of the other machine", head, head, true, List.of(), Instant.EPOCH));

        awaitState(SyncView.State.FROZEN);
    }

    @Test
    void aFrozenServerThatIsLetGoOnAsksAtOnceAndSends() {
        Control.Place head = place(LogRows.head());
        district.say(new Control.Welcome(village.node(), Hello.UNASKED, head, head, true, List.of(), Instant.EPOCH));
        awaitState(SyncView.State.FROZEN);
        int before = district.hellos().size();

        district.say(new Control.Welcome(village.node(), Hello.UNASKED, head, head, false, List.of(), Instant.EPOCH));

        await().atMost(AT_ONCE).until(() -> district.hellos().size() > before && greeting.isWelcomed());
        probes.record("after the release");
        district.awaitArrived(LogRows.head());
    }

    @Test
    void aServerThatIsNotFrozenDoesNotMindBeingCalled() {
        await().atMost(SOON).until(() -> greeting.isWelcomed());
        int before = district.hellos().size();
        Control.Place head = place(LogRows.head());
        long listened = listened();

        district.say(new Control.Welcome(village.node(), Hello.UNASKED, head, head, false, List.of(), Instant.EPOCH));

        await().atMost(SOON).until(() -> listened() > listened);
        probes.record("goes on");
        district.awaitArrived(LogRows.head());
        assertThat(district.hellos()).hasSize(before);
    }

    @Test
    void theNextKeyOfTheDistrictIsPinnedWithItsWelcome() {
        VerifyKey next = NodeKey.generate().verifyKey();
        district.answering(welcome -> new Control.Welcome(
                welcome.node(),
                welcome.nonce(),
                welcome.applied(),
                welcome.common(),
                false,
                List.of(TestDistrict.key().base64(), next.base64()),
                welcome.at()));

        greeting.begin();

        await().atMost(SOON).untilAsserted(() -> {
            district.hellos();
            assertThat(pinned.keys()).containsExactly(TestDistrict.key(), next);
        });
    }

    private static Control.Welcome with(Control.Welcome welcome, Control.Place applied, Control.Place common) {
        return new Control.Welcome(
                welcome.node(), welcome.nonce(), applied, common, false, welcome.keys(), welcome.at());
    }

    private static Control.Place place(long sequence) {
        byte[] hash = LogRows.after(sequence - 1).get(0).hash();
        return new Control.Place(1, sequence, Hash.of(hash).hex());
    }

    private void acknowledgeAll() {
        district.acknowledgeAll();
        await().atMost(SOON).until(() -> LogRows.acked().sequence() == LogRows.head());
    }

    private boolean arrived(long sequence) {
        return district.events().stream().anyMatch(event -> event.position().sequence() == sequence);
    }

    private void awaitState(SyncView.State state) {
        await().atMost(SOON).untilAsserted(() -> {
            district.hellos();
            assertThat(status.view().state()).isEqualTo(state);
        });
    }
}
