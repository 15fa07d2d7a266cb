package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what a head covers that the village signed is applied; what waits for one is neither lost nor doubled. */
@QuarkusTest
class SignedHeadsTest {

    private static final String TOPIC = "topic-a";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    @Test
    void nothingIsAppliedBeforeAHeadBehindItIsSigned() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());

        VillageInbox.Received received = receive(village, village.arrivingUnsigned(village.eventsFrom(1)));

        assertThat(received.waiting()).hasSize(2);
        assertThat(tables.sequence(village.node())).isZero();
        assertThat(tables.count("received_event", village.node())).isZero();
    }

    @Test
    void aSignedHeadBringsWhatWaitedForIt() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident());
        VillageInbox.Received first =
                receive(village, village.arrivingUnsigned(village.eventsFrom(1).subList(0, 2)));

        VillageInbox.Received second = receive(village, following(first, village.arriving(village.event(3))));

        assertThat(second.waiting()).isEmpty();
        assertThat(tables.sequence(village.node())).isEqualTo(3);
        assertThat(tables.count("resident", village.node())).isEqualTo(3);
    }

    @Test
    void whatWaitsIsReadAgainByWhoGoesOn() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident());
        List<Arrival> topic = new ArrayList<>(village.arriving(village.event(1)));
        topic.addAll(village.arrivingUnsigned(List.of(village.event(2))));
        receive(village, topic);
        topic.addAll(village.arriving(village.event(3)));

        int from =
                Integer.parseInt(tables.value("select broker_offset from log_cursor where node = ?", village.node()));
        receive(village, topic.subList(from, topic.size()));

        assertThat(from).isEqualTo(1);
        assertThat(tables.sequence(village.node())).isEqualTo(3);
        assertThat(tables.count("received_event", village.node())).isEqualTo(3);
    }

    @Test
    void aCopyMayBringTheSignatureThatTheFirstLacked() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident());
        VillageInbox.Received first = receive(village, village.arrivingUnsigned(village.eventsFrom(1)));

        VillageInbox.Received second = receive(village, following(first, village.arriving(village.event(2))));

        assertThat(tables.sequence(village.node())).isEqualTo(2);
        assertThat(second.waiting()).hasSize(1);
    }

    @Test
    void theKeyOfAnotherVillageOpensNothingAndStopsNobody() throws SQLException {
        SimulatedVillage victim = villages.aVillage().records(aResident());
        SimulatedVillage attacker = villages.aVillage();
        Envelope forged = victim.forkAfter(0, aResident());
        for (int i = 0; i < 3; i++) {
            receive(victim, victim.arriving(List.of(forged), attacker.key()));
        }

        receive(victim, victim.arriving(victim.event(1)));

        assertThat(incidents(victim)).isEqualTo("UNTRUSTED 1:1");
        assertThat(tables.value("select state from log_cursor where node = ?", victim.node()))
                .isEqualTo("RECEIVING");
        assertThat(tables.value("select hash from log_cursor where node = ?", victim.node()))
                .endsWith(victim.head().hash().hex());
    }

    @Test
    void whatNobodySignedAtAPlaceAlreadyFilledIsUntrustedAndStopsNobody() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));
        Envelope forged = village.forkAfter(1, aResident());
        for (int i = 0; i < 3; i++) {
            receive(village, village.arrivingUnsigned(List.of(forged)));
        }

        assertThat(incidents(village)).isEqualTo("UNTRUSTED 1:2");
        assertThat(tables.value("select state from log_cursor where node = ?", village.node()))
                .isEqualTo("RECEIVING");
    }

    @Test
    void aSignatureOfAnotherHeadIsUntrusted() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());

        receive(village, village.arrivingWithSignatureOf(village.event(1), village.event(2)));

        assertThat(incidents(village)).isEqualTo("UNTRUSTED 1:1");
        assertThat(tables.sequence(village.node())).isZero();
    }

    @Test
    void aForgedEventWithoutASignatureKeepsTheGenuineOneNotOut() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());
        List<Arrival> topic = new ArrayList<>(village.arrivingUnsigned(List.of(village.forkAfter(0, aResident()))));
        topic.addAll(village.arrivingUnsigned(List.of(village.event(1))));
        topic.addAll(village.arriving(village.event(2)));

        receive(village, topic);

        assertThat(tables.sequence(village.node())).isEqualTo(2);
        assertThat(tables.count("resident", village.node())).isEqualTo(2);
    }

    @Test
    void aHeadThatSomebodyElseAnnouncesIsNotHeard() throws SQLException {
        SimulatedVillage village = villages.aVillage();

        receive(village, village.announcing(12, NodeKey.generate()));

        assertThat(incidents(village)).isEqualTo("UNTRUSTED 1:1");
        assertThat(tables.value("select head_sequence from log_cursor where node = ?", village.node()))
                .isNull();
    }

    private VillageInbox.Received receive(SimulatedVillage village, List<Arrival> arrivals) throws SQLException {
        return inbox.receive(village.node(), TOPIC, arrivals).orElseThrow();
    }

    private static List<Arrival> following(VillageInbox.Received before, List<Arrival> arrivals) {
        List<Arrival> all = new ArrayList<>(before.waiting());
        all.addAll(arrivals);
        return all;
    }

    private String incidents(SimulatedVillage village) {
        return tables.value(
                "select string_agg(kind || ' ' || epoch || ':' || sequence, ', ') from incident where node = ?",
                village.node());
    }
}
