package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static id.smartkampung.district.inbox.Subjects.removed;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.district.proof.ProofService;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.request.RequestState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProofTest {

    @Inject
    Villages villages;

    @Inject
    Dialogue dialogue;

    @Inject
    VillageInbox inbox;

    @Inject
    ProofService proofs;

    @Inject
    Tables tables;

    @Test
    void equalRowsAreProvenAtTheirCheckpoint() throws SQLException {
        ProvingVillage village = aVillage().checkpoint(Reason.HOURLY);

        dialogue.settle(village);

        assertThat(proven(village)).isEqualTo(village.log().head().position().sequence());
        assertThat(tables.count("repair", node(village))).isZero();
        assertThat(tables.count("incident", node(village))).isZero();
    }

    @Test
    void changedAndRemovedRowsAreProvenFromTheirBucketsAlone() throws SQLException {
        ProvingVillage village = aVillage().checkpoint(Reason.HOURLY);
        dialogue.settle(village);
        ResidentRecorded resident = (ResidentRecorded)
                village.rows(CanonicalTable.RESIDENT).iterator().next();
        FamilyRecorded family =
                (FamilyRecorded) village.rows(CanonicalTable.FAMILY).iterator().next();

        village.records(removed(resident), aFamily(family.familyId(), "Jl. Lain"))
                .checkpoint(Reason.HOURLY);
        dialogue.settle(village);

        assertThat(proven(village)).isEqualTo(village.log().head().position().sequence());
    }

    @Test
    void ofSeveralCheckpointsInABatchTheLastIsProvenAtItsPlace() throws SQLException {
        ProvingVillage village = aVillage().checkpoint(Reason.EVENTS).records(aResident());
        village.checkpoint(Reason.EVENTS);
        long last = village.log().head().position().sequence();
        village.records(aResident(), aResident());

        dialogue.settle(village);

        assertThat(proven(village)).isEqualTo(last);
        assertThat(tables.value("select superseded from proof where node = ?", node(village)))
                .isEqualTo("1");
        assertThat(tables.count("incident", node(village))).isZero();
    }

    @Test
    void aRowChangedHereIsNamedAndPutRight() throws SQLException {
        ProvingVillage village = provenVillage();
        UUID id = village.rows(CanonicalTable.RESIDENT)
                .iterator()
                .next()
                .subject()
                .id();
        change(village, "update resident set born_in = 'Palsu' where node = ? and id = '" + id + "'");

        long bytes = dialogue.settle(village.checkpoint(Reason.DAILY));

        assertThat(detail(village)).contains("resident: altered 1 (" + id + ")");
        assertThat(proven(village)).isEqualTo(village.log().head().position().sequence());
        assertThat(tables.value("select born_in from resident where node = ? and id = '" + id + "'", node(village)))
                .isEqualTo("Banyuwangi");
        assertThat(tables.value("select settled_at from incident where node = ?", node(village)))
                .isNotNull();
        assertThat(bytes).isLessThan(16 * 1024);
    }

    @Test
    void theScrubFindsWhatNoEventHasTouched() throws SQLException {
        ProvingVillage village = provenVillage();
        UUID id =
                village.rows(CanonicalTable.FAMILY).iterator().next().subject().id();
        change(village, "update family set address = null where node = ? and id = '" + id + "'");

        assertThat(proofs.scrub(node(village))).containsExactly(CanonicalTable.FAMILY);
        dialogue.settle(village);

        assertThat(detail(village)).contains("family: altered 1 (" + id + ")");
        assertThat(tables.count("repair", node(village))).isZero();
        assertThat(proofs.scrub(node(village))).isEmpty();
    }

    @Test
    void aRepairMovesTheStockAndNotTheFlows() throws SQLException {
        ProvingVillage village = provenVillage();
        long flows = tables.count("request_flow", node(village));
        change(village, "delete from request where node = ?");
        change(village, "delete from stock where node = ? and measure = 'requests'");

        dialogue.settle(village.checkpoint(Reason.DAILY));

        assertThat(tables.count("request", node(village))).isEqualTo(2);
        assertThat(tables.stock(node(village))).isEqualTo(tables.counted(node(village)));
        assertThat(tables.count("request_flow", node(village))).isEqualTo(flows);
    }

    @Test
    void whatIsExplainedByAWaitingEventIsNoIncidentForEver() throws SQLException {
        ProvingVillage village = provenVillage();
        UUID waiting = UUID.randomUUID();
        village.records(aResident(waiting, "Nama dengan \0 di dalam", null, null));

        dialogue.settle(village.checkpoint(Reason.HOURLY));

        assertThat(tables.count("parked_event", node(village))).isEqualTo(1);
        assertThat(tables.value("select explained from proof where node = ?", node(village)))
                .isEqualTo("1");
        assertThat(tables.count("repair", node(village))).isZero();
    }

    @Test
    void aRowBesideAWaitingOneIsStillPutRight() throws SQLException {
        ProvingVillage village = provenVillage();
        village.records(aResident(UUID.randomUUID(), "Nama dengan \0 di dalam", null, null));
        UUID id =
                village.rows(CanonicalTable.FAMILY).iterator().next().subject().id();
        change(village, "delete from family where node = ? and id = '" + id + "'");

        dialogue.settle(village.checkpoint(Reason.DAILY));

        assertThat(detail(village)).contains("family: altered 0, missing 1 (" + id + ")");
        assertThat(tables.count("family", node(village)))
                .isEqualTo(village.rows(CanonicalTable.FAMILY).size());
        assertThat(tables.count("repair", node(village))).isZero();
    }

    @Test
    void aTableThatWasLostIsSentAgainAsAWhole() throws SQLException {
        ProvingVillage village = provenVillage();
        for (int i = 0; i < 120; i++) {
            village.records(aFamily(UUID.randomUUID(), "Jl. Hilang " + i));
        }
        dialogue.settle(village);
        change(village, "delete from family where node = ?");

        dialogue.settle(village.checkpoint(Reason.DAILY));

        assertThat(tables.count("family", node(village)))
                .isEqualTo(village.rows(CanonicalTable.FAMILY).size());
        assertThat(proven(village)).isEqualTo(village.log().head().position().sequence());
        assertThat(tables.stock(node(village))).containsKey("families ");
    }

    @Test
    void whatTheVillageNoLongerKeepsComesAsASnapshot() throws SQLException {
        ProvingVillage village = aVillage().checkpoint(Reason.HOURLY);
        List<Envelope> old =
                village.undelivered().stream().map(SimulatedVillage::emptied).toList();
        inbox.receive(node(village), "topic-a", village.log().arriving(old));

        dialogue.settle(village);

        assertThat(tables.count("resident", node(village)))
                .isEqualTo(village.rows(CanonicalTable.RESIDENT).size());
        assertThat(proven(village)).isEqualTo(village.log().head().position().sequence());
        assertThat(tables.stock(node(village))).isEqualTo(tables.counted(node(village)));
        assertThat(tables.count("parked_event", node(village))).isZero();
    }

    @Test
    void afterTwoFailuresNothingMoreIsTriedUntilAPersonAsks() throws SQLException {
        ProvingVillage village = provenVillage();
        UUID id =
                village.rows(CanonicalTable.FAMILY).iterator().next().subject().id();
        change(
                village,
                "create or replace function spoil_"
                        + Math.floorMod(node(village).hashCode(), 1_000_000)
                        + "() returns trigger language plpgsql as 'begin new.address = ''Rusak''; return new; end'");
        String trigger = "spoil_" + Math.floorMod(node(village).hashCode(), 1_000_000);
        change(
                village,
                "create trigger " + trigger + " before insert or update on family for each row when (new.id = '" + id
                        + "') execute function " + trigger + "()");
        change(village, "update family set address = 'x' where node = ? and id = '" + id + "'");

        dialogue.settle(village.checkpoint(Reason.DAILY));
        assertThat(tables.value("select step from repair where node = ?", node(village)))
                .isEqualTo("STOPPED");

        change(village, "drop trigger " + trigger + " on family");
        proofs.ask(node(village));
        dialogue.settle(village);
        assertThat(tables.count("repair", node(village))).isZero();
        assertThat(proven(village)).isEqualTo(village.log().head().position().sequence());
    }

    private ProvingVillage provenVillage() throws SQLException {
        ProvingVillage village = aVillage().checkpoint(Reason.HOURLY);
        dialogue.settle(village);
        return village;
    }

    private ProvingVillage aVillage() {
        ProvingVillage village = new ProvingVillage(villages.aVillage());
        for (int i = 0; i < 20; i++) {
            village.records(aResident(), aFamily(UUID.randomUUID(), "Jl. Contoh " + i));
        }
        return village.records(
                aRequest(UUID.randomUUID(), RequestState.SUBMITTED),
                aRequest(UUID.randomUUID(), RequestState.SUBMITTED, RequestState.IN_REVIEW));
    }

    private long proven(ProvingVillage village) {
        String sequence = tables.value("select sequence from proof where node = ?", node(village));
        return sequence == null ? -1 : Long.parseLong(sequence);
    }

    private String detail(ProvingVillage village) {
        return tables.value("select detail from incident where node = ? order by id desc limit 1", node(village));
    }

    private static NodeId node(ProvingVillage village) {
        return village.log().node();
    }

    /** Changes rows behind the program, as a person at the prompt or a broken disk would. */
    private static void change(ProvingVillage village, String sql) throws SQLException {
        try (Connection connection = Databases.district().asOwner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (statement.getParameterMetaData().getParameterCount() == 1) {
                statement.setString(1, node(village).value());
            }
            statement.execute();
        }
    }
}
