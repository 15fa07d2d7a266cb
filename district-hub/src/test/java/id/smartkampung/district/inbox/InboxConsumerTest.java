package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.testsupport.Servers;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way: a real broker, the consumer of this hub, a real database. */
@QuarkusTest
class InboxConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Villages villages;

    @Inject
    Tables tables;

    @Inject
    AgroalDataSource database;

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
    void whatAVillageSendsIsAppliedAndAcknowledged() {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident());

        line.send(village, village.eventsFrom(1));

        awaitSequence(village, 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line.heard(village.node()))
                        .anySatisfy(control -> assertThat(control)
                                .isInstanceOfSatisfying(
                                        Control.Ack.class,
                                        ack -> assertThat(ack.hash())
                                                .isEqualTo(village.head().hash().hex()))));
    }

    @Test
    void aGapIsAskedForAgainAndHeals() {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident(), aResident());
        line.send(village, List.of(village.event(1)));
        line.send(village, List.of(village.event(3)));
        awaitAskedAfter(village, 1);

        line.send(village, village.eventsFrom(2));

        awaitSequence(village, 3);
        assertThat(tables.count("resident", village.node())).isEqualTo(3);
    }

    @Test
    void aLostTailIsFoundByTheHeadThatIsAnnounced() {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident());
        line.send(village, List.of(village.event(1)));

        line.sendHead(village);

        awaitAskedAfter(village, 1);
    }

    @Test
    void twoVillagesAtOnceDoNotMix() {
        SimulatedVillage one = aVillageOnLine();
        SimulatedVillage two = aVillageOnLine();
        for (int i = 0; i < 400; i++) {
            one.records(aResident());
            two.records(aResident());
        }

        for (int i = 1; i <= 400; i += 50) {
            line.send(one, one.eventsFrom(i).subList(0, 50));
            line.send(two, two.eventsFrom(i).subList(0, 50));
        }

        awaitSequence(one, 400);
        awaitSequence(two, 400);
        assertThat(List.of(tables.count("resident", one.node()), tables.count("resident", two.node())))
                .containsOnly(400L);
        assertThat(tables.count("incident", one.node()) + tables.count("incident", two.node()))
                .isZero();
    }

    @Test
    void aTopicThatWasDeletedAndMadeAgainIsReadFromItsBeginning() {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident(), aResident());
        line.send(village, village.eventsFrom(1));
        awaitSequence(village, 3);

        line.deleteTopic(village.node());
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        village.records(aResident());
        line.send(village, village.eventsFrom(1));

        awaitSequence(village, 4);
        assertThat(tables.count("received_event", village.node())).isEqualTo(4);
        assertThat(tables.count("incident", village.node())).isZero();
    }

    @Test
    void aBrokerThatWasKilledLosesAndDoublesNothing() {
        SimulatedVillage village = aVillageOnLine().records(aResident(), aResident());
        line.send(village, village.eventsFrom(1));
        awaitSequence(village, 2);

        Servers.kafka().kill();
        Servers.kafka().start();
        village.records(aResident());
        line.send(village, village.eventsFrom(2));

        awaitSequence(village, 3);
        assertThat(tables.count("received_event", village.node())).isEqualTo(3);
    }

    @Test
    void connectionsThatAreCutInTheMiddleLoseAndDoubleNothing() throws SQLException {
        SimulatedVillage village = aVillageOnLine();
        for (int i = 0; i < 3000; i++) {
            village.records(aResident());
        }

        for (int i = 1; i <= 3000; i += 100) {
            line.send(village, village.eventsFrom(i).subList(0, 100));
            if (i % 500 == 1) {
                cutWorkers();
            }
        }

        awaitSequence(village, 3000);
        assertThat(List.of(tables.count("resident", village.node()), tables.count("received_event", village.node())))
                .containsOnly(3000L);
        assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
        assertThat(tables.count("parked_event", village.node())).isZero();
    }

    @Test
    void aDatabaseThatWasKilledLosesAndDoublesNothing() {
        SimulatedVillage village = aVillageOnLine();
        for (int i = 0; i < 1000; i++) {
            village.records(aResident());
        }
        line.send(village, village.eventsFrom(1).subList(0, 500));

        Servers.postgres().kill();
        line.send(village, village.eventsFrom(501));
        Servers.postgres().start();

        awaitSequence(village, 1000);
        assertThat(tables.count("resident", village.node())).isEqualTo(1000);
        assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
    }

    @Test
    void aTopicOfNoVillageStopsNobody() {
        SimulatedVillage stranger = Villages.aStranger().records(aResident());
        line.createTopic(Topics.up(stranger.node()));
        line.createTopic("kampung.up.NOT-A-NODE");
        line.send(stranger, stranger.eventsFrom(1));
        SimulatedVillage village = aVillageOnLine().records(aResident());

        line.send(village, village.eventsFrom(1));

        awaitSequence(village, 1);
        assertThat(tables.count("received_event", stranger.node())).isZero();
    }

    private SimulatedVillage aVillageOnLine() {
        SimulatedVillage village = villages.aVillage();
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        return village;
    }

    private void awaitSequence(SimulatedVillage village, long sequence) {
        NodeId node = village.node();
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e instanceof AssertionError error && error.getCause() != null)
                .untilAsserted(() -> assertThat(tables.sequence(node)).isEqualTo(sequence));
    }

    private void awaitAskedAfter(SimulatedVillage village, long sequence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line.heard(village.node()))
                        .anySatisfy(control -> assertThat(control)
                                .isInstanceOfSatisfying(
                                        Control.Nak.class,
                                        nak -> assertThat(nak.sequence()).isEqualTo(sequence))));
    }

    private void cutWorkers() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where usename = current_user and pid <> pg_backend_pid()
                    """);
        }
    }
}
