package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Faults 1, 2, 3, 37 and 43: any process is killed at any moment of its work, and nothing is lost or doubled. */
class KillIT {

    private static final int MOMENTS = Integer.getInteger("moments", 20);

    /** Printed with each run, and given back with -Dseed to repeat it. */
    private static final long SEED = Long.getLong("seed", 20261121L);

    private final Regency regency = SharedRegency.get();

    @Test
    void aKilledVillageLosesAndDoublesNothing() throws SQLException {
        KodeWilayah kode = SharedRegency.VILLAGE;
        inTraffic(
                1,
                () -> regency.village(kode).kill(),
                () -> regency.village(kode).start());
    }

    @Test
    void aKilledHubLosesAndDoublesNothing() throws SQLException {
        inTraffic(2, () -> regency.hub().kill(), () -> regency.hub().start());
    }

    @Test
    void aKilledBrokerLosesAndDoublesNothing() throws SQLException {
        inTraffic(3, () -> regency.kafka().kill(), () -> regency.kafka().start());
    }

    @Test
    void aKilledDatabaseLosesAndDoublesNothing() throws SQLException {
        inTraffic(4, () -> regency.postgres().kill(), () -> regency.postgres().start());
    }

    private void inTraffic(int round, Runnable kill, Runnable start) throws SQLException {
        System.Logger log = System.getLogger("KillIT");
        log.log(System.Logger.Level.INFO, "seed {0}, round {1}", Long.toString(SEED), round);
        SplittableRandom random = new SplittableRandom(SEED + round);
        KodeWilayah kode = SharedRegency.VILLAGE;
        Traffic traffic = new Traffic(regency.village(kode), "35100" + round, SEED + round);
        try {
            for (int moment = 0; moment < MOMENTS; moment++) {
                long before = traffic.acknowledged();
                long wanted = before + 1 + random.nextInt(6);
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThanOrEqualTo(wanted));
                awaitInFlight(traffic);
                LockSupport.parkNanos(random.nextInt(15_000_000));
                kill.run();
                start.run();
            }
            long afterLast = traffic.acknowledged();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThan(afterLast));
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
    }

    /** The moment lies inside the traffic: a form has been sent and its answer has not come. */
    private static void awaitInFlight(Traffic traffic) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(traffic.isInFlight()).isTrue());
    }
}
