package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.intake.IntakeStop;
import id.smartkampung.model.event.ResidentRecorded;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Villages that bring a lot, and one that brings little at the same time, over a real broker. */
@QuarkusTest
class FairTurnsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BACKLOG = 8_000;

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
    void close() throws SQLException {
        releaseTheIntake();
        line.close();
    }

    @Test
    void aVillageWithPresentWorkIsServedBeforeTheBacklogsAreDone() throws SQLException {
        SimulatedVillage first = aVillageOnLine();
        SimulatedVillage second = aVillageOnLine();
        SimulatedVillage present = aVillageOnLine();
        for (int i = 0; i < BACKLOG; i++) {
            first.records(aResident());
            second.records(aResident());
        }
        present.records(aResident());

        stopTheIntake();
        line.send(first, first.eventsFrom(1));
        line.send(second, second.eventsFrom(1));
        line.send(present, present.eventsFrom(1));
        releaseTheIntake();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tables.sequence(first.node()) + tables.sequence(second.node()))
                        .isEqualTo(2L * BACKLOG));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tables.sequence(present.node())).isEqualTo(1));
        assertThat(tables.value("""
                select p.last_applied_at < (
                    select max(b.last_applied_at) from log_cursor b where b.node in ('%s', '%s'))
                from log_cursor p where p.node = ?
                """.formatted(first.node(), second.node()), present.node()))
                .isEqualTo("t");
    }

    @Test
    void aTurnThatTakesLongHoldsNobodyUp() throws SQLException {
        List<SimulatedVillage> catchingUp =
                Stream.generate(this::aVillageOnLine).limit(4).toList();
        List<SimulatedVillage> present =
                Stream.generate(this::aVillageOnLine).limit(4).toList();
        ResidentRecorded resident = aResident();
        catchingUp.forEach(
                village -> line.send(village, List.of(village.records(resident).event(1))));
        awaitSequences(catchingUp, 1);
        stopTheIntake();
        for (SimulatedVillage village : catchingUp) {
            village.records(resident);
            Stream.generate(Subjects::aResident).limit(1_000).forEach(village::records);
            line.send(village, village.eventsFrom(2));
        }

        try (Connection holder = database.getConnection();
                PreparedStatement hold = holder.prepareStatement("select from resident where id = ? for update")) {
            holder.setAutoCommit(false);
            hold.setObject(1, resident.residentId());
            hold.execute();
            releaseTheIntake();
            await().atMost(PATIENCE).until(this::somebodyWaitsForARow);
            present.forEach(
                    village -> line.send(village, village.records(aResident()).eventsFrom(1)));

            awaitSequences(present, 1);
            assertThat(catchingUp)
                    .allSatisfy(village ->
                            assertThat(tables.sequence(village.node())).isEqualTo(1));
            holder.rollback();
        }
        awaitSequences(catchingUp, 1_002);
    }

    private boolean somebodyWaitsForARow() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")) {
            return rows.next();
        }
    }

    private void awaitSequences(List<SimulatedVillage> some, long sequence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(some)
                        .allSatisfy(village ->
                                assertThat(tables.sequence(village.node())).isEqualTo(sequence)));
    }

    private void stopTheIntake() throws SQLException {
        try (Connection connection = database.getConnection()) {
            new IntakeStop(Instant.parse("2026-11-21T01:30:00Z"), 0, 0, 0).store(connection);
        }
    }

    private void releaseTheIntake() throws SQLException {
        try (Connection connection = database.getConnection()) {
            IntakeStop.release(connection, Instant.parse("2026-11-21T01:31:00Z"), "uji", "uji");
        }
    }

    private SimulatedVillage aVillageOnLine() {
        SimulatedVillage village = villages.aVillage();
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        return village;
    }
}
