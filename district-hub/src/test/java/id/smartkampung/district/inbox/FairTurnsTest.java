package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.intake.IntakeStop;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
