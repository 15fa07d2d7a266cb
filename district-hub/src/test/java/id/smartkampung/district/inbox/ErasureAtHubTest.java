package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.deploy.testsupport.EveryTable;
import id.smartkampung.district.apply.ErasureReplay;
import id.smartkampung.district.greeting.Reception;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.log.CarriedEvent;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.ReturnedTail;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Faults 66 and 67: of a person whom the village erased nothing is left here, and nothing comes back. */
@QuarkusTest
class ErasureAtHubTest extends FeedOfAnArea {

    @Inject
    ErasureReplay replay;

    @Inject
    Reception reception;

    @Inject
    AgroalDataSource database;

    private final UUID id = UUID.randomUUID();
    private final String nik =
            Long.toString(ThreadLocalRandom.current().nextLong(9_900_000_000_000_000L, 9_999_999_999_999_999L));
    private final String name = "Terhapus " + id.toString().substring(0, 8);
    private final ResidentErased erasure = new ResidentErased(id, ErasureGround.ASKED_FOR);

    @Test
    void nothingOfThePersonIsLeftInAnyTable() throws Exception {
        SimulatedVillage village = villages.aVillage().records(person(), aResident(), chunk());
        receive(village, village.eventsFrom(1));
        village.append(
                "resident-recorded.v9", "resident/" + id, "{\"residentId\":\"" + id + "\",\"nik\":\"" + nik + "\"}");
        receive(village, village.eventsFrom(4));
        assertThat(tablesWith(nik)).contains("resident", "received_event");
        assertThat(tables.count("parked_event", village.node())).isEqualTo(1);

        receive(village, village.records(erasure).eventsFrom(5));

        assertThat(tablesWith(nik)).isEmpty();
        assertThat(tablesWith(name)).isEmpty();
        assertThat(tables.count("parked_event", village.node())).isZero();
        assertThat(tables.value("select sequence from late_change where node = ?", village.node()))
                .isEqualTo("4");
        assertThat(tables.count("resident", village.node())).isEqualTo(1);
        assertThat(tables.value("select count(*) from received_event where node = ? and salt is null", village.node()))
                .isEqualTo("3");
    }

    @Test
    void anErasureDoesNotWaitBehindWhatCannotBeAppliedBesideIt() throws SQLException {
        SimulatedVillage village = villages.aVillage()
                .records(
                        aResident(),
                        aResident(id, "Ter\u0000hapus", Sex.FEMALE, BaseStatus.ALIVE),
                        erasure,
                        aResident());

        receive(village, village.eventsFrom(1));

        assertThat(tables.count("erasure", village.node())).isEqualTo(1);
        assertThat(tables.count("parked_event", village.node())).isZero();
        assertThat(tables.count("resident", village.node())).isEqualTo(2);
    }

    @Test
    void theChainHoldsForWhoeverSendsItAgainAndForWhoGetsItBack() throws Exception {
        SimulatedVillage village = villages.aVillage().records(person(), aResident(), erasure);
        receive(village, village.eventsFrom(1));

        receive(village, List.of(village.event(1).erased(), village.event(2), village.event(3)));
        receive(village, village.eventsFrom(1));

        assertThat(tables.count("incident", village.node())).isZero();
        LogHead start = LogHead.start(village.node());
        List<Envelope> given = giveBack(village, start).stream()
                .map(event -> event.envelope(village.node()))
                .toList();
        assertThat(given).containsExactly(village.event(1).erased(), village.event(2), village.event(3));
        assertThat(ReturnedTail.end(start, given)).contains(village.head());
    }

    @Test
    void whatAVillageSendsAgainWithoutAnErasedPersonIsTakenInAndNothingIsAskedFor() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(person(), aResident(), person(), erasure);

        receive(
                village,
                List.of(
                        village.event(1).erased(),
                        village.event(2),
                        village.event(3).erased(),
                        village.event(4)));

        assertThat(tables.sequence(village.node())).isEqualTo(4);
        assertThat(tables.count("resident", village.node())).isEqualTo(1);
        assertThat(tables.count("incident", village.node())).isZero();
        assertThat(tables.count("down_event", village.node())).isZero();
    }

    @Test
    void theRowsAreProvenBehindAnErasure() throws SQLException {
        ProvingVillage village = new ProvingVillage(villages.aVillage());
        village.records(person(), aResident()).checkpoint(Reason.WANTED);
        receive(village.log(), village.undelivered());

        village.records(erasure).checkpoint(Reason.WANTED);
        receive(village.log(), village.undelivered());

        assertThat(tables.value(
                        "select sequence from proof where node = ?",
                        village.log().node()))
                .isEqualTo("5");
    }

    @Test
    void aHubThatIsRestoredFromBeforeErasesAgainBeforeItServes() throws Exception {
        SimulatedVillage village = villages.aVillage().records(person(), aResident(), erasure);
        receive(village, village.eventsFrom(1));
        isRestoredTo(village, 2);
        assertThat(tablesWith(nik)).contains("resident", "received_event");

        replay.replay();

        assertThat(tablesWith(nik)).isEmpty();
        assertThat(tablesWith(name)).isEmpty();
        assertThat(tables.count("resident", village.node())).isEqualTo(1);
        receive(village, village.eventsFrom(1));
        assertThat(tables.sequence(village.node())).isEqualTo(3);
        assertThat(tablesWith(nik)).isEmpty();
        assertThat(tables.count("incident", village.node())).isZero();
    }

    @Test
    void aFollowerIsToldThatRowsAreMissingWhereTheyWereSentOnceMoreTogetherWithThePerson() throws Exception {
        SimulatedVillage village = aVillage().records(person(), chunk(), erasure);
        receive(village, village.eventsFrom(1));
        FeedFollower follower = FeedFollower.of(ALL, area);

        String told =
                follower.asks().queryParam("limit", 100).get("/api/v1/changes").asString();

        assertThat(told.lines().filter(line -> line.contains(village.node().value())))
                .as(told)
                .satisfiesExactly(
                        row -> assertThat(row).contains("\"change\"", "\"row\":null"),
                        missing -> assertThat(missing).contains("\"missing\"", "\"from\":2", "\"to\":2"),
                        gone -> assertThat(gone).contains("resident-erased.v1", "\"row\":null"));
        assertThat(told).doesNotContain(nik).doesNotContain(name);
    }

    /** The tables of a village as they were when this sequence was its last. */
    private void isRestoredTo(SimulatedVillage village, int sequence) throws Exception {
        for (String table : List.of("erasure", "removed_subject")) {
            tables.execute("delete from " + table + " where node = ?", village.node());
        }
        tables.execute("delete from received_event where sequence > " + sequence + " and node = ?", village.node());
        String hash = village.event(sequence).hash().hex();
        tables.execute(
                "update log_cursor set sequence = " + sequence + ", hash = decode('" + hash
                        + "', 'hex') where node = ?",
                village.node());
        Envelope told = village.event(1);
        tables.execute(
                String.format(
                        Locale.ROOT,
                        "update received_event set data = decode('%s', 'hex'), salt = decode('%s', 'hex'),"
                                + " header_hash = null where sequence = 1 and node = ?",
                        hex(told.data()),
                        hex(told.salt())),
                village.node());
        tables.execute(
                String.format(
                        Locale.ROOT,
                        "insert into resident (node, id, epoch, seq, nik, full_name, base_status)"
                                + " values (?, '%s', 1, 1, '%s', '%s', 1)",
                        id,
                        nik,
                        name),
                village.node());
    }

    private static List<String> tablesWith(String text) throws SQLException {
        return EveryTable.with(Databases.district(), text);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private ResidentRecorded person() {
        String json =
                "{\"residentId\":\"%s\",\"nik\":\"%s\",\"fullName\":\"%s\",\"baseStatus\":1}".formatted(id, nik, name);
        try {
            return (ResidentRecorded)
                    EventJson.read(EventType.RESIDENT_RECORDED_V1, json.getBytes(StandardCharsets.UTF_8));
        } catch (EventFormatException e) {
            throw new AssertionError(e);
        }
    }

    /** The person, sent once more. */
    private SnapshotChunk chunk() {
        return new SnapshotChunk(
                UUID.randomUUID(), null, "resident", null, List.of(person()), null, null, null, null, null);
    }

    private List<CarriedEvent> giveBack(SimulatedVillage village, LogHead after) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return reception
                    .giveBack(
                            connection,
                            village.head(),
                            new Control.TailWanted(village.node(), "n", Control.Place.of(after), Instant.EPOCH))
                    .events();
        }
    }

    private void receive(SimulatedVillage village, List<Envelope> events) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(events));
    }
}
