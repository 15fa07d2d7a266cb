package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.protocol.Arrival;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CursorLockTest {

    private static final int EVENTS = 400;

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

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
