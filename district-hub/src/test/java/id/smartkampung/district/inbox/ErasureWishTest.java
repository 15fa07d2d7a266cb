package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.apply.ErasureWishService;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.ErasureRefused;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.log.Envelope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 68: somebody asks the district to be erased while the village is away. */
@QuarkusTest
class ErasureWishTest extends FeedOfAnArea {

    @Inject
    ErasureWishService wishes;

    @Inject
    Dialogue dialogue;

    private final ResidentRecorded person = aResident();

    @Test
    void thePersonIsSeenNoMoreAtOnceAndTheVillageIsAsked() throws SQLException {
        SimulatedVillage village = aVillage().records(person, aResident());
        receive(village);
        FeedFollower follower = FeedFollower.of(ALL, area);
        follower.readsToTheEnd(100);
        assertThat(follower.copy()).hasSize(2);

        ask(village);

        assertThat(tables.count("resident", village.node())).isEqualTo(1);
        assertThat(tables.value("select type from down_event where node = ?", village.node()))
                .isEqualTo("erasure-asked.v1");
        follower.readsToTheEnd(100);
        assertThat(follower.copy()).hasSize(1);
    }

    @Test
    void whatTheVillageHadDoneMeanwhileDoesNotShowThePersonAgain() throws SQLException {
        SimulatedVillage village = aVillage().records(person, aResident());
        receive(village);
        ask(village);

        receive(village, village.records(person, chunk()).eventsFrom(3));

        assertThat(tables.count("resident", village.node())).isEqualTo(1);
    }

    @Test
    void theVillageErasesOnContactAndTheWishIsDone() throws SQLException {
        SimulatedVillage village = aVillage().records(person, aResident());
        receive(village);
        ask(village);

        receive(
                village,
                village.records(new ResidentErased(person.residentId(), ErasureGround.ASKED_FOR))
                        .eventsFrom(3));

        assertThat(open(village)).isEqualTo("0");
        assertThat(tables.value("select count(*) from received_event where node = ? and salt is null", village.node()))
                .isEqualTo("1");
    }

    @Test
    void whomTheVillageMustKeepIsShownAgainWithTheReason() throws SQLException {
        SimulatedVillage village = aVillage().records(person, aResident());
        receive(village);
        ask(village);

        receive(
                village,
                village.records(new ErasureRefused(person.residentId(), "HAS_REQUESTS"), chunk())
                        .eventsFrom(3));

        assertThat(tables.count("resident", village.node())).isEqualTo(2);
        assertThat(open(village)).isEqualTo("0");
        assertThat(tables.value("select refusal from erasure_wish where node = ?", village.node()))
                .isEqualTo("HAS_REQUESTS");
    }

    @Test
    void theDifferenceIsExplainedWhileTheVillageIsAway() throws SQLException {
        ProvingVillage proving = new ProvingVillage(aVillage());
        proving.records(person, aResident()).checkpoint(Reason.WANTED);
        receive(proving.log(), proving.undelivered());
        ask(proving.log());

        dialogue.settle(proving.checkpoint(Reason.HOURLY));

        assertThat(tables.count("resident", proving.log().node())).isEqualTo(1);
        assertThat(tables.value(
                        "select explained from proof where node = ?",
                        proving.log().node()))
                .isEqualTo("1");
        assertThat(tables.count("repair", proving.log().node())).isZero();
    }

    private void ask(SimulatedVillage village) throws SQLException {
        wishes.ask(village.node(), person.residentId(), ErasureGround.ASKED_FOR, "petugas");
    }

    private String open(SimulatedVillage village) {
        return tables.value("select count(*) from erasure_wish where answered_at is null and node = ?", village.node());
    }

    private SnapshotChunk chunk() {
        return new SnapshotChunk(
                UUID.randomUUID(), null, "resident", null, List.of(person), null, null, null, null, null);
    }

    private void receive(SimulatedVillage village, List<Envelope> events) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(events));
    }
}
