package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParkingTest {

    private static final String TOPIC = "topic-a";
    private static final String RESIDENT = "resident-recorded.v1";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    @Test
    void oneBadPayloadParksItsSubjectWhileTheOthersFlow() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        UUID bad = UUID.randomUUID();
        village.records(aResident());
        village.append(RESIDENT, "resident/" + bad, "{\"residentId\":\"" + bad + "\",\"sex\":7}");
        village.records(aResident());
        village.records(aResident(bad, "Lewat", Sex.MALE, BaseStatus.ALIVE));

        receiveAll(village);

        assertThat(tables.count("resident", village.node())).isEqualTo(2);
        assertThat(tables.sequence(village.node())).isEqualTo(4);
        assertThat(parked(village)).isEqualTo("2,4");
    }

    @Test
    void laterEventsOfAParkedSubjectFollowItInLaterTurnsToo() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        UUID bad = UUID.randomUUID();
        village.append(RESIDENT, "resident/" + bad, "not JSON");
        receiveAll(village);

        village.records(aResident(bad, "Lewat", Sex.MALE, BaseStatus.ALIVE));
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(2)));

        assertThat(tables.count("resident", village.node())).isZero();
        assertThat(parked(village)).isEqualTo("1,2");
    }

    @Test
    void anUnknownTypeIsParkedAndItsBytesAreKept() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        village.append("goat-recorded.v1", "goat/1", "{\"horns\":2}");

        receiveAll(village);

        assertThat(tables.value("select reason from parked_event where node = ?", village.node()))
                .isEqualTo("unknown type goat-recorded.v1");
        assertThat(tables.value("select convert_from(data, 'UTF8') from received_event where node = ?", village.node()))
                .isEqualTo("{\"horns\":2}");
    }

    @Test
    void aNikWrittenAsANumberIsParkedWithoutBeingRepeatedInTheReason() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        ResidentRecorded resident = aResident();
        String json = new String(EventJson.write(resident), StandardCharsets.UTF_8)
                .replaceFirst("\"nik\":\"(\\d+)\"", "\"nik\":$1");
        village.append(RESIDENT, resident.subject().toString(), json);

        receiveAll(village);

        assertThat(tables.value("select reason from parked_event where node = ?", village.node()))
                .contains("nik")
                .doesNotContainPattern("\\d{16}");
    }

    @Test
    void aNulCharacterIsParkedAndItsNeighboursFlow() throws SQLException {
        SimulatedVillage village = villages.aVillage()
                .records(
                        aResident(),
                        aResident(UUID.randomUUID(), "Si\u0000ti", Sex.FEMALE, BaseStatus.ALIVE),
                        aResident());

        receiveAll(village);

        assertThat(tables.count("resident", village.node())).isEqualTo(2);
        assertThat(parked(village)).isEqualTo("2");
    }

    @Test
    void halfASurrogatePairIsParkedAndNotStoredAsSomethingElse() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        UUID id = UUID.randomUUID();
        village.append(
                RESIDENT,
                "resident/" + id,
                "{\"residentId\":\"" + id + "\",\"fullName\":\"S\\ud83d\",\"baseStatus\":1}");

        receiveAll(village);

        assertThat(parked(village)).isEqualTo("1");
    }

    @Test
    void whatTheDatabaseRefusesIsFoundAmongMany() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        for (int i = 0; i < 40; i++) {
            village.records(aResident());
        }
        UUID nameless = UUID.randomUUID();
        village.append(RESIDENT, "resident/" + nameless, "{\"residentId\":\"" + nameless + "\",\"baseStatus\":1}");
        for (int i = 0; i < 23; i++) {
            village.records(aResident());
        }

        receiveAll(village);

        assertThat(tables.count("resident", village.node())).isEqualTo(63);
        assertThat(tables.value("select reason from parked_event where node = ?", village.node()))
                .isEqualTo("SQLSTATE 23502, column resident.full_name");
        assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
    }

    @Test
    void dataAboutAnotherSubjectThanItsEnvelopeIsParked() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        ResidentRecorded resident = aResident();
        village.append(
                RESIDENT,
                "resident/" + UUID.randomUUID(),
                new String(EventJson.write(resident), StandardCharsets.UTF_8));

        receiveAll(village);

        assertThat(tables.count("resident", village.node())).isZero();
        assertThat(parked(village)).isEqualTo("1");
    }

    @Test
    void aChildThatComesBeforeItsParentWaitsForNobody() throws SQLException {
        ResidentRecorded resident = aResident();
        SimulatedVillage village = villages.aVillage()
                .records(aRequest(resident.residentId(), RequestState.SUBMITTED))
                .records(resident);

        receiveAll(village);

        assertThat(tables.count("parked_event", village.node())).isZero();
        assertThat(List.of(tables.count("request", village.node()), tables.count("resident", village.node())))
                .containsOnly(1L);
    }

    @Test
    void aVillageThatParksTooMuchPausesAndTheOthersGoOn() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        for (int i = 0; i < 51; i++) {
            village.append("goat-recorded.v1", "goat/" + i, "{}");
        }
        SimulatedVillage other = villages.aVillage().records(aResident());

        receiveAll(village);
        receiveAll(other);

        assertThat(tables.value("select state from log_cursor where node = ?", village.node()))
                .isEqualTo("PAUSED");
        assertThat(tables.count("resident", other.node())).isEqualTo(1);
    }

    private void receiveAll(SimulatedVillage village) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));
    }

    /** The sequences of what is parked, in order. */
    private String parked(SimulatedVillage village) {
        return tables.value(
                "select string_agg(sequence::text, ',' order by sequence) from parked_event where node = ?",
                village.node());
    }
}
