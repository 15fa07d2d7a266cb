package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CursorLockTest {

    private static final int EVENTS = 400;

    /** Less than a lock is waited for by default in the whole program. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SOMEBODY_WAITS =
            "select exists (select from pg_locks where not granted) and ?::text is not null";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    /** Fault 44: the other villages of a worker do not wait for the one that a frozen hub keeps. */
    @Test
    void whoStandsStillInATurnKeepsOnlyTheVillageOfThatTurn() throws SQLException {
        try (VillageLine line = new VillageLine()) {
            List<SimulatedVillage> others = Stream.generate(
                            () -> aVillageOn(line).records(aResident()))
                    .limit(4)
                    .toList();
            SimulatedVillage kept = aVillageOn(line).records(aResident());
            try (Connection frozen = Databases.district().asOwner();
                    PreparedStatement lock =
                            frozen.prepareStatement("select from log_cursor where node = ? for update")) {
                frozen.setAutoCommit(false);
                lock.setString(1, kept.node().value());
                lock.executeQuery().close();
                line.send(kept, kept.eventsFrom(1));
                await().atMost(PATIENCE)
                        .until(() -> tables.value(SOMEBODY_WAITS, kept.node()).equals("t"));

                others.forEach(village -> line.send(village, village.eventsFrom(1)));

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(others)
                                .allSatisfy(village -> assertThat(tables.sequence(village.node()))
                                        .isEqualTo(1)));
                assertThat(tables.sequence(kept.node())).isZero();
                frozen.rollback();
            }
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(tables.sequence(kept.node())).isEqualTo(1));
        }
    }

    private SimulatedVillage aVillageOn(VillageLine line) {
        SimulatedVillage village = villages.aVillage();
        await().atMost(PATIENCE).until(() -> line.topicsExist(village.node()));
        return village;
    }

    @Test
    void severalConsumersOfOneVillageAtOnceDoNoHarm() throws InterruptedException, ExecutionException {
        SimulatedVillage village = villages.aVillage();
        for (int i = 0; i < EVENTS; i++) {
            village.records(aResident());
        }
        List<Arrival> arrivals = village.arriving(village.eventsFrom(1));
        ExecutorService consumers = Executors.newFixedThreadPool(4);
        List<Future<?>> runs = new ArrayList<>();
        for (int consumer = 0; consumer < 4; consumer++) {
            int step = 7 + 6 * consumer;
            runs.add(consumers.submit(() -> {
                for (int from = 0; from < EVENTS; from += step) {
                    inbox.receive(village.node(), "topic-a", arrivals.subList(from, Math.min(EVENTS, from + step)));
                }
                return null;
            }));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        consumers.shutdown();

        assertThat(tables.sequence(village.node())).isEqualTo(EVENTS);
        assertThat(tables.count("resident", village.node())).isEqualTo(EVENTS);
        assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
        assertThat(tables.count("incident", village.node())).isZero();
    }
}
