package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.trust.RevocationService;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys of villages change, are stolen and are revoked; at each position one side of the line is the village. */
@QuarkusTest
class KeysTest {

    private static final String TOPIC = "topic-a";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    VillageKeys keys;

    @Inject
    RevocationService revocation;

    @Inject
    Tables tables;

    private final NodeKey next = NodeKey.generate();

    @Test
    void aKeyThatTheOldOneNamedIsBelievedBehindItsEvent() throws SQLException {
        SimulatedVillage village = rotated(villages.aVillage().records(aResident()));
        receive(village, village.arriving(village.eventsFrom(1)));
        village.records(aResident());

        receive(village, village.arriving(List.of(village.event(3)), next));

        assertThat(tables.sequence(village.node())).isEqualTo(3);
        assertThat(incidents(village)).isNull();
    }

    @Test
    void itIsBelievedWithinTheSameTurn() throws SQLException {
        SimulatedVillage village = rotated(villages.aVillage()).records(aResident());
        List<Arrival> turn = new ArrayList<>(village.arriving(village.event(1)));
        turn.addAll(village.arriving(List.of(village.event(2)), next));

        receive(village, turn);

        assertThat(tables.sequence(village.node())).isEqualTo(2);
    }

    @Test
    void theOldKeyCountsNoMoreBehindTheRotation() throws SQLException {
        SimulatedVillage village = rotated(villages.aVillage()).records(aResident());

        receive(village, village.arriving(village.eventsFrom(1)));

        assertThat(tables.sequence(village.node())).isEqualTo(1);
        assertThat(incidents(village)).isEqualTo("UNTRUSTED 1:2 REVOKED_KEY");
    }

    @Test
    void aRotationThatSomebodyElseSignedChangesNothing() throws SQLException {
        SimulatedVillage village = rotated(villages.aVillage());

        receive(village, village.arriving(village.eventsFrom(1), next));

        assertThat(incidents(village)).isEqualTo("UNTRUSTED 1:1 UNKNOWN_KEY");
        assertThat(tables.count("village_key", village.node())).isEqualTo(1);
    }

    @Test
    void fromItsRevocationOnNothingOfAStolenKeyIsApplied() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));

        revocation.revoke(village.node(), village.key().id(), "komputer dicuri");
        village.records(aResident());
        receive(village, village.arriving(village.event(3)));
        receive(village, village.arriving(village.event(3)));

        assertThat(incidents(village)).isEqualTo("UNTRUSTED 1:3 REVOKED_KEY");
        assertThat(tables.sequence(village.node())).isEqualTo(2);
        assertThat(tables.count("resident", village.node())).isEqualTo(2);
        assertThat(tables.value("select state from log_cursor where node = ?", village.node()))
                .isEqualTo("RECEIVING");
    }

    @Test
    void aRevokedVillageGoesOnWithAKeyThatIsRegistered() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());
        receive(village, village.arriving(village.event(1)));
        revocation.revoke(village.node(), village.key().id(), "komputer dicuri");
        village.records(aResident());

        keys.register(village.node(), next.verifyKey());
        receive(village, village.arriving(List.of(village.event(2)), next));

        assertThat(tables.sequence(village.node())).isEqualTo(2);
    }

    @Test
    void aRevokedKeyIsNotRegisteredAgain() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());
        revocation.revoke(village.node(), village.key().id(), "komputer dicuri");

        keys.register(village.node(), village.key().verifyKey());
        receive(village, village.arriving(village.event(1)));

        assertThat(tables.sequence(village.node())).isZero();
    }

    @Test
    void genuineEventsThatSomebodyRepeatsChangeNothing() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident());
        receive(village, village.arriving(village.eventsFrom(1)));

        receive(village, village.arriving(village.event(2), village.event(1)));

        assertThat(tables.value("select repeats from log_cursor where node = ?", village.node()))
                .isEqualTo("2");
        assertThat(tables.count("received_event", village.node())).isEqualTo(3);
        assertThat(incidents(village)).isNull();
    }

    /** The next event of this village names the next key. */
    private SimulatedVillage rotated(SimulatedVillage village) {
        return village.records(
                new KeyRotated(UUID.randomUUID(), next.verifyKey().base64()));
    }

    private void receive(SimulatedVillage village, List<Arrival> arrivals) throws SQLException {
        assertThat(inbox.receive(village.node(), TOPIC, arrivals)).isPresent();
    }

    private String incidents(SimulatedVillage village) {
        return tables.value(
                "select string_agg(kind || ' ' || epoch || ':' || sequence || ' ' || detail, ', ') from incident"
                        + " where node = ?",
                village.node());
    }
}
