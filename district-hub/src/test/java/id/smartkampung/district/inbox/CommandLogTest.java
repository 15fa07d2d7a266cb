package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.district.proof.ProofService;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of a village comes down until the village says that it has obeyed, whatever is lost on either side. */
@QuarkusTest
class CommandLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String OTHER_HASH = "ab".repeat(32);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Dialogue dialogue;

    @Inject
    ProofService proofs;

    @Inject
    Tables tables;

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
    void commandsComeDownInTheirOrderAndChained() {
        SimulatedVillage village = aVillageOnLine();

        proofs.ask(village.node());
        proofs.ask(village.node());

        List<Envelope> commands = awaitCommands(village, 2);
        assertThat(commands.get(0).position()).isEqualTo(new LogPosition(1, 1));
        assertThat(commands.get(0).prevHash())
                .isEqualTo(LogHead.start(village.node()).hash());
        assertThat(commands.get(1).prevHash()).isEqualTo(commands.get(0).hash());
    }

    /** The villages say nothing, so nothing is sent a second time: what the relay loses stays lost. */
    @Test
    void whatIsAskedWhileOtherCommandsGoOutIsNotPassedOver() {
        int number = 40;
        List<SimulatedVillage> asked =
                Stream.generate(this::aVillageOnLine).limit(4).toList();

        asked.parallelStream().forEach(village -> IntStream.range(0, number).forEach(i -> proofs.ask(village.node())));

        for (SimulatedVillage village : asked) {
            assertThat(awaitCommands(village, number))
                    .extracting(command -> command.position().sequence())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, number).boxed().toList());
        }
    }

    @Test
    void whatAVillageMissedIsSentAgainWhenItBeginsASession() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        proofs.ask(village.node());
        Envelope lost = awaitCommands(village, 1).get(0);

        receive(village, village.greeting("a"));
        receive(village, village.obeying(Control.Place.of(LogHead.start(village.node()))));

        assertThat(awaitCommands(village, 2)).extracting(Envelope::hash).containsExactly(lost.hash(), lost.hash());
    }

    @Test
    void whatIsObeyedIsNotSentAgain() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        proofs.ask(village.node());
        Envelope first = awaitCommands(village, 1).get(0);

        receive(village, village.greeting("a"));
        receive(village, village.obeying(Control.Place.of(first.head())));
        proofs.ask(village.node());

        assertThat(awaitCommands(village, 2))
                .extracting(command -> command.position().sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void ofAVillageThatWasNeverAskedNothingIsKept() throws SQLException {
        SimulatedVillage village = aVillageOnLine();

        receive(village, village.obeying(Control.Place.of(LogHead.start(village.node()))));

        assertThat(tables.count("down_head", village.node())).isZero();
    }

    @Test
    void aHubThatWasRestoredGoesOnAfterTheVillageInANewEpoch() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        proofs.ask(village.node());
        Control.Place obeyed = new Control.Place(1, 5, OTHER_HASH);

        receive(village, village.obeying(obeyed));
        proofs.ask(village.node());

        Envelope next = awaitLast(village, new LogPosition(2, 6));
        assertThat(next.prevHash()).isEqualTo(obeyed.head(village.node()).hash());
    }

    @Test
    void theNewEpochBeginsOnce() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        Control.Place obeyed = new Control.Place(1, 5, OTHER_HASH);
        receive(village, village.obeying(obeyed));
        proofs.ask(village.node());

        receive(village, village.obeying(obeyed));
        proofs.ask(village.node());

        awaitLast(village, new LogPosition(2, 7));
    }

    @Test
    void anotherHistoryOfTheSameLengthIsNotTakenForObeyed() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        proofs.ask(village.node());
        proofs.ask(village.node());

        receive(village, village.obeying(new Control.Place(1, 2, OTHER_HASH)));
        proofs.ask(village.node());

        awaitLast(village, new LogPosition(2, 3));
    }

    @Test
    void aRepairWhoseQuestionsWereLostBeginsAgain() throws SQLException {
        ProvingVillage village = new ProvingVillage(aVillageOnLine());
        UUID family = UUID.randomUUID();
        village.records(aResident(), aFamily(family, "Jl. Benar")).checkpoint(Reason.DAILY);
        dialogue.settle(village);
        NodeId node = village.log().node();
        change("update family set address = 'Jl. Salah' where node = '" + node + "'");
        dialogue.deliver(village.checkpoint(Reason.DAILY));
        assertThat(tables.value("select step from repair where node = ?", node)).isEqualTo("BUCKETS");

        receive(village.log(), village.log().obeying(new Control.Place(1, 7, OTHER_HASH)));
        dialogue.settle(village);

        assertThat(tables.count("repair", node)).isZero();
        assertThat(tables.value("select address from family where node = ?", node))
                .isEqualTo("Jl. Benar");
    }

    private SimulatedVillage aVillageOnLine() {
        SimulatedVillage village = villages.aVillage();
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        return village;
    }

    private void receive(SimulatedVillage village, List<Arrival> arrivals) throws SQLException {
        assertThat(inbox.receive(village.node(), "topic-a", arrivals)).isPresent();
    }

    private List<Envelope> awaitCommands(SimulatedVillage village, int number) {
        return await().atMost(PATIENCE)
                .until(() -> line.commands(village.node()), commands -> commands.size() >= number);
    }

    private Envelope awaitLast(SimulatedVillage village, LogPosition position) {
        List<Envelope> commands = await().atMost(PATIENCE)
                .until(
                        () -> line.commands(village.node()),
                        all -> !all.isEmpty()
                                && all.get(all.size() - 1).position().equals(position));
        return commands.get(commands.size() - 1);
    }

    /** Changes rows behind the program. */
    private static void change(String sql) throws SQLException {
        try (Connection connection = Databases.district().asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
