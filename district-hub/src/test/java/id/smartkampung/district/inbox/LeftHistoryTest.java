package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a village left when it forked its log stays here, and is offered to it until it has told it anew. */
@QuarkusTest
class LeftHistoryTest {

    private static final String TOPIC = "topic-a";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Dialogue dialogue;

    @Inject
    Tables tables;

    private final ResidentRecorded common = aResident();
    private final ResidentRecorded left = aResident();
    private final ResidentRecorded ours = aResident();

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
    void whatWasLeftIsOfferedWithTheHelloAndGivenBack() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(common, left);
        receive(village, village.arriving(village.eventsFrom(1)));
        Envelope lost = village.event(2);
        receive(village, village.goesOnAfter(1, 2).records(ours).arriving(village.eventsFrom(2)));

        receive(village, village.greeting("a"));
        receive(village, village.wantingUntold(""));
        awaitTails(village, 1);
        receive(village, village.wantingUntold(lost.subject()));

        List<Control> heard = awaitTails(village, 2);
        assertThat(heard)
                .filteredOn(Control.Welcome.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Control.Welcome.class,
                        welcome -> assertThat(welcome.untold()).isEqualTo(1));
        assertThat(heard.stream().filter(Control.Tail.class::isInstance).map(Control.Tail.class::cast))
                .satisfiesExactly(
                        first -> assertThat(first.events())
                                .extracting(event -> event.envelope(village.node()))
                                .containsExactly(lost),
                        second -> assertThat(second.events()).isEmpty());
    }

    @Test
    void whatIsToldAnewIsOfferedNoMore() throws SQLException {
        SimulatedVillage village = aVillageOnLine().records(common, left);
        receive(village, village.arriving(village.eventsFrom(1)));
        receive(village, village.goesOnAfter(1, 2).records(ours).arriving(village.eventsFrom(2)));
        assertThat(tables.count("untold_event", village.node())).isEqualTo(1);

        receive(village, village.records(left).arriving(village.eventsFrom(3)));

        assertThat(tables.count("untold_event", village.node())).isZero();
        assertThat(tables.count("resident", village.node())).isEqualTo(3);
    }

    @Test
    void whatIsSaidToBeNowhereIsOfferedNoMoreAndIsGone() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(common, left);
        receive(village, village.arriving(village.eventsFrom(1)));
        receive(village, village.goesOnAfter(1, 2).records(ours).arriving(village.eventsFrom(2)));

        receive(
                village,
                village.records(new SnapshotChunk(
                                UUID.randomUUID(),
                                null,
                                "resident",
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(left.residentId()),
                                List.of(),
                                List.of()))
                        .arriving(village.eventsFrom(3)));

        assertThat(tables.count("untold_event", village.node())).isZero();
        assertThat(tables.count("resident", village.node())).isEqualTo(2);
    }

    @Test
    void aRowOfWhichTheVillageHasYetToHearIsAnExplainedDifferenceAndStays() throws SQLException {
        ProvingVillage village = new ProvingVillage(villages.aVillage()).records(common, ours);
        dialogue.settle(village);
        // Only the hub has this one, since the village was set back before it.
        Envelope lost = village.log().records(left).event(3);
        receive(village.log(), village.log().arriving(lost));
        village.log().goesOnAfter(2, 2);
        village.checkpoint(Reason.DAILY);

        dialogue.settle(village);

        assertThat(tables.count("resident", village.log().node())).isEqualTo(3);
        assertThat(tables.value(
                        "select explained from proof where node = ?",
                        village.log().node()))
                .isEqualTo("1");
        assertThat(tables.count("repair", village.log().node())).isZero();

        village.records(left).checkpoint(Reason.DAILY);
        dialogue.settle(village);
        assertThat(tables.value(
                        "select explained from proof where node = ?",
                        village.log().node()))
                .isEqualTo("0");
    }

    /** Only the last answer of a kind is sent, so a village asks for one part after the other. */
    private List<Control> awaitTails(SimulatedVillage village, int number) {
        return await().atMost(PATIENCE)
                .until(
                        () -> line.heard(village.node()),
                        words -> words.stream()
                                        .filter(Control.Tail.class::isInstance)
                                        .count()
                                == number);
    }

    private SimulatedVillage aVillageOnLine() {
        SimulatedVillage village = villages.aVillage();
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        return village;
    }

    private void receive(SimulatedVillage village, List<Arrival> arrivals) throws SQLException {
        assertThat(inbox.receive(village.node(), TOPIC, arrivals)).isPresent();
    }
}
