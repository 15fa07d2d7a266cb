package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VillageInboxTest {

    private static final String TOPIC = "topic-a";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    @Test
    void eventsBecomeRowsAndMoveTheCursor() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident());

        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        assertThat(tables.count("resident", village.node())).isEqualTo(3);
        assertThat(tables.count("received_event", village.node())).isEqualTo(3);
        assertThat(tables.sequence(village.node())).isEqualTo(3);
    }

    @Test
    void repeatsAreCountedAndChangeNothing() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident());
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        assertThat(tables.count("received_event", village.node())).isEqualTo(3);
        assertThat(tables.count("incident", village.node())).isZero();
        assertThat(tables.value("select repeats from log_cursor where node = ?", village.node()))
                .isEqualTo("3");
    }

    @Test
    void aRepeatWithinOneTurnChangesNothing() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());

        inbox.receive(
                village.node(),
                TOPIC,
                village.arriving(village.event(1), village.event(2), village.event(1), village.event(2)));

        assertThat(tables.sequence(village.node())).isEqualTo(2);
        assertThat(tables.count("incident", village.node())).isZero();
    }

    @Test
    void nothingBeyondAGapIsApplied() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident(), aResident());

        inbox.receive(village.node(), TOPIC, village.arriving(village.event(1), village.event(4)));

        assertThat(tables.sequence(village.node())).isEqualTo(1);
        assertThat(tables.value(
                        "select gap_from || '-' || gap_to from log_cursor where node = ? and gap_since is not null",
                        village.node()))
                .isEqualTo("2-3");
    }

    @Test
    void aGapCloses() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident(), aResident(), aResident());
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(1), village.event(4)));

        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(2)));

        assertThat(tables.sequence(village.node())).isEqualTo(4);
        assertThat(tables.value("select gap_to from log_cursor where node = ?", village.node()))
                .isNull();
    }

    @Test
    void anotherHistoryIsAnIncidentAndIsNotApplied() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        inbox.receive(village.node(), TOPIC, village.arriving(village.forkAfter(1, aResident())));

        assertThat(incident(village)).isEqualTo("FORK 1:2");
        assertThat(tables.count("resident", village.node())).isEqualTo(2);
        assertThat(tables.sequence(village.node())).isEqualTo(2);
    }

    @Test
    void anEventOnAnotherChainIsAnIncidentAndIsNotApplied() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());

        inbox.receive(village.node(), TOPIC, village.arriving(village.event(1), village.unchained(2)));

        assertThat(incident(village)).isEqualTo("FORK 1:2");
        assertThat(tables.sequence(village.node())).isEqualTo(1);
    }

    @Test
    void anEventOfAnotherNodeIsAnIncidentAndTouchesNeither() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());
        SimulatedVillage other = villages.aVillage().records(aResident());

        inbox.receive(village.node(), TOPIC, village.arriving(other.event(1), village.event(1)));

        assertThat(incident(village)).isEqualTo("FOREIGN 1:1");
        assertThat(tables.sequence(village.node())).isEqualTo(1);
        assertThat(tables.count("resident", other.node())).isZero();
    }

    @Test
    void damagedDataIsAnIncidentUntilTheCleanCopyComes() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident(), aResident());
        inbox.receive(
                village.node(), TOPIC, village.arriving(village.event(1), SimulatedVillage.damaged(village.event(2))));
        assertThat(incident(village)).isEqualTo("CORRUPT 1:2");
        assertThat(tables.sequence(village.node())).isEqualTo(1);

        inbox.receive(village.node(), TOPIC, village.arriving(village.event(2)));

        assertThat(tables.sequence(village.node())).isEqualTo(2);
        assertThat(state(village)).isEqualTo("RECEIVING");
    }

    @Test
    void theSameDamageAgainFreezesTheVillage() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());
        Envelope damaged = SimulatedVillage.damaged(village.event(1));
        inbox.receive(village.node(), TOPIC, village.arriving(damaged));
        assertThat(state(village)).isEqualTo("RECEIVING");

        inbox.receive(village.node(), TOPIC, village.arriving(damaged));
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(1)));

        assertThat(state(village)).isEqualTo("FROZEN");
        assertThat(tables.sequence(village.node())).isZero();
    }

    @Test
    void theSameRecordReadAgainFreezesNobody() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());
        List<Arrival> damaged = village.arriving(SimulatedVillage.damaged(village.event(1)));
        inbox.receive(village.node(), TOPIC, damaged);

        inbox.receive(village.node(), TOPIC, damaged);

        assertThat(state(village)).isEqualTo("RECEIVING");
    }

    @Test
    void whatIsNoEventIsAnIncidentAndStopsNothing() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());

        inbox.receive(village.node(), TOPIC, village.garbage());
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(1)));

        assertThat(incident(village)).isEqualTo("MALFORMED 1:1");
        assertThat(tables.sequence(village.node())).isEqualTo(1);
    }

    @Test
    void anAnnouncedHeadIsRemembered() throws SQLException {
        SimulatedVillage village = villages.aVillage();

        Cursor cursor = inbox.receive(village.node(), TOPIC, village.announcing(12))
                .orElseThrow()
                .cursor();

        assertThat(cursor.isBehind()).isTrue();
        assertThat(tables.value("select head_sequence from log_cursor where node = ?", village.node()))
                .isEqualTo("12");
    }

    @Test
    void aStrangerLeavesNothing() throws SQLException {
        SimulatedVillage stranger = Villages.aStranger().records(aResident());

        assertThat(inbox.receive(stranger.node(), TOPIC, stranger.arriving(stranger.event(1))))
                .isEmpty();
        assertThat(tables.count("received_event", stranger.node())).isZero();
    }

    @Test
    void noVillageTouchesTheRowOfAnother() throws SQLException {
        UUID id = UUID.randomUUID();
        SimulatedVillage one = villages.aVillage().records(aResident(id, "Satu", Sex.MALE, BaseStatus.ALIVE));
        SimulatedVillage two = villages.aVillage().records(aResident(id, "Dua", Sex.MALE, BaseStatus.ALIVE));

        inbox.receive(one.node(), TOPIC, one.arriving(one.event(1)));
        inbox.receive(two.node(), TOPIC, two.arriving(two.event(1)));

        assertThat(tables.value("select full_name from resident where node = ?", one.node()))
                .isEqualTo("Satu");
        assertThat(tables.value("select full_name from resident where node = ?", two.node()))
                .isEqualTo("Dua");
    }

    @Test
    void aClockThatRunsAheadIsMeasuredByTheHeadAndChangesNothing() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());

        inbox.receive(village.node(), TOPIC, village.arriving(village.event(1)));
        inbox.receive(village.node(), TOPIC, village.announcing(1, Instant.parse("2199-01-01T00:00:00Z")));

        assertThat(tables.value("select clock_off_ms > 86400000 from log_cursor where node = ?", village.node()))
                .isEqualTo("t");
        assertThat(tables.sequence(village.node())).isEqualTo(1);
    }

    @Test
    void whatIsAnnouncedAndDoesNotComeIsRememberedSinceWhen() throws SQLException {
        SimulatedVillage village = villages.aVillage();

        inbox.receive(village.node(), TOPIC, village.announcing(12));

        assertThat(tables.value("select behind_since is not null from log_cursor where node = ?", village.node()))
                .isEqualTo("t");
    }

    private String incident(SimulatedVillage village) {
        return tables.value(
                "select kind || ' ' || epoch || ':' || sequence from incident where node = ?", village.node());
    }

    private String state(SimulatedVillage village) {
        return tables.value("select state from log_cursor where node = ?", village.node());
    }
}
