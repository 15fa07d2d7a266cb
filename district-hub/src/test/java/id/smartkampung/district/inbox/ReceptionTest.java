package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.outbox.HubKeys;
import id.smartkampung.district.parking.ReleaseService;
import id.smartkampung.district.trust.Machines;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hub answers when a village says hello, and how it notices that two machines are one village. */
@QuarkusTest
class ReceptionTest {

    private static final String TOPIC = "topic-a";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    HubKeys keys;

    @Inject
    Tables tables;

    @Inject
    Machines machines;

    @Inject
    ReleaseService release;

    private VillageLine line;

    @BeforeEach
    void open() {
        line = new VillageLine();
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aHelloIsAnsweredWithWhatWasApplied() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));

        receive(village, village.greeting("a"));

        Control.Welcome welcome = awaitWelcome(village);
        assertThat(welcome.applied()).isEqualTo(Control.Place.of(village.head()));
        assertThat(welcome.common()).isEqualTo(welcome.applied());
        assertThat(welcome.frozen()).isFalse();
        assertThat(welcome.keys())
                .containsExactlyElementsOf(
                        keys.toPin().stream().map(key -> key.base64()).toList());
    }

    @Test
    void aVillageThatLostItsTailHearsWhatIsCommonAndWhatIsApplied() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident());
        LogHead common = village.head();
        List<Arrival> restored = village.greeting("a");
        village.records(aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));

        receive(village, restored);

        Control.Welcome welcome = awaitWelcome(village);
        assertThat(welcome.applied()).isEqualTo(Control.Place.of(village.head()));
        assertThat(welcome.common()).isEqualTo(Control.Place.of(common));
    }

    @Test
    void twoMachinesThatTakeTurnsAreFrozen() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident());
        receive(village, village.greeting("a"));
        receive(village, village.greeting("b"));

        receive(village, village.greeting("a"));
        receive(village, village.arriving(village.event(1)));

        assertThat(state(village)).isEqualTo("FROZEN");
        assertThat(tables.value("select kind from incident where node = ?", village.node()))
                .isEqualTo("CLONE");
        assertThat(tables.sequence(village.node())).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line.heard(village.node()))
                        .anySatisfy(word -> assertThat(word)
                                .isInstanceOfSatisfying(
                                        Control.Welcome.class,
                                        welcome -> assertThat(welcome.frozen()).isTrue())));
    }

    @Test
    void theMachineThatAPersonPicksGoesOn() throws SQLException {
        SimulatedVillage village = aFrozenVillage();

        release.releaseVillage(village.node(), "b", "komputer a sudah dimatikan");
        receive(village, village.greeting("b"));
        receive(village, village.arriving(village.event(1)));

        assertThat(state(village)).isEqualTo("RECEIVING");
        assertThat(tables.sequence(village.node())).isEqualTo(1);
    }

    @Test
    void aVillageThatIsLetGoOnIsToldWithoutHavingAsked() throws SQLException {
        SimulatedVillage village = aFrozenVillage();

        release.releaseVillage(village.node(), "b", "komputer a sudah dimatikan");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line.heard(village.node()))
                        .last()
                        .isInstanceOfSatisfying(Control.Welcome.class, welcome -> {
                            assertThat(welcome.nonce()).isEqualTo(Hello.UNASKED);
                            assertThat(welcome.frozen()).isFalse();
                        }));
    }

    @Test
    void theMachineThatWasNotPickedFreezesTheVillageWhenItSpeaksAgain() throws SQLException {
        SimulatedVillage village = aFrozenVillage();
        release.releaseVillage(village.node(), "b", "komputer a sudah dimatikan");

        receive(village, village.greeting("a"));

        assertThat(state(village)).isEqualTo("FROZEN");
    }

    @Test
    void nobodyPicksAMachineThatNeverSpoke() throws SQLException {
        SimulatedVillage village = aFrozenVillage();

        assertThatThrownBy(() -> release.releaseVillage(village.node(), "c", "salah pilih komputer"))
                .isInstanceOf(RefusedException.class);
        assertThat(state(village)).isEqualTo("FROZEN");
    }

    private SimulatedVillage aFrozenVillage() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident());
        receive(village, village.greeting("a"));
        receive(village, village.greeting("b"));
        receive(village, village.greeting("a"));
        assertThat(machines.of(village.node())).hasSize(2);
        return village;
    }

    @Test
    void aMoveToAnotherMachineIsFine() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident());
        receive(village, village.greeting("a"));
        receive(village, village.greeting("b"));

        receive(village, village.arriving(village.event(1)));

        assertThat(state(village)).isEqualTo("RECEIVING");
        assertThat(tables.sequence(village.node())).isEqualTo(1);
    }

    @Test
    void aHelloThatIsReadAgainFreezesNobody() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        List<Arrival> first = village.greeting("a");
        receive(village, first);
        receive(village, village.greeting("b"));

        receive(village, first);

        assertThat(state(village)).isEqualTo("RECEIVING");
    }

    @Test
    void aVillageThatLostItsTailGetsItBackAsItWas() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));

        receive(village, village.wanting(village.event(1).head()));

        assertThat(awaitTail(village)).containsExactlyElementsOf(village.eventsFrom(2));
    }

    @Test
    void whatIsNoLongerKeptIsNotMadeUp() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));
        tables.execute("update received_event set data = null where node = ? and sequence = 3", village.node());

        receive(village, village.wanting(village.event(1).head()));

        assertThat(awaitTail(village)).containsExactly(village.event(2));
    }

    @Test
    void nobodyGetsBackTheLogOfAnotherVillage() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(aResident());
        receive(village, village.arriving(village.eventsFrom(1)));
        SimulatedVillage other = aVillageOnLine();

        receive(other, village.wanting(LogHead.start(village.node())));

        assertThat(tables.value("select kind from incident where node = ?", other.node()))
                .isEqualTo("FOREIGN");
        assertThat(line.heard(other.node())).noneMatch(Control.Tail.class::isInstance);
    }

    private List<Envelope> awaitTail(SimulatedVillage village) {
        return await()
                .atMost(PATIENCE)
                .until(
                        () -> line.heard(village.node()).stream()
                                .filter(Control.Tail.class::isInstance)
                                .map(Control.Tail.class::cast)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .events()
                .stream()
                .map(event -> event.envelope(village.node()))
                .toList();
    }

    private SimulatedVillage aVillageOnLine() {
        SimulatedVillage village = villages.aVillage();
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        return village;
    }

    private void receive(SimulatedVillage village, List<Arrival> arrivals) throws SQLException {
        assertThat(inbox.receive(village.node(), TOPIC, arrivals)).isPresent();
    }

    private Control.Welcome awaitWelcome(SimulatedVillage village) {
        return await().atMost(PATIENCE).until(() -> welcome(village), welcome -> welcome != null);
    }

    private Control.Welcome welcome(SimulatedVillage village) {
        return line.heard(village.node()).stream()
                .filter(Control.Welcome.class::isInstance)
                .map(Control.Welcome.class::cast)
                .findFirst()
                .orElse(null);
    }

    private String state(SimulatedVillage village) {
        return tables.value("select state from log_cursor where node = ?", village.node());
    }
}
