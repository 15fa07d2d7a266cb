package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.senders.DownTopics;
import id.smartkampung.deploy.senders.DownTopics.Heard;
import id.smartkampung.deploy.senders.ProvingVillage;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.NodeId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Faults 19 and 45: two hundred villages come back in the same second, and one that floods holds nobody up. */
@TestInstance(Lifecycle.PER_CLASS)
class ManyVillagesIT {

    private static final int COMING_BACK = 200;
    private static final int WAITING = 40;
    private static final int FLOOD = 100_000;

    private SimulatedRegency regency;

    @BeforeAll
    void start() throws IOException {
        regency = SimulatedRegency.start(COMING_BACK + 2, 19);
    }

    @AfterAll
    void stop() {
        if (regency != null) {
            regency.close();
        }
    }

    @Test
    void twoHundredVillagesThatComeBackInTheSameSecondAreAllTakenInAndProven() throws SQLException, IOException {
        List<ProvingVillage> villages = regency.villages(COMING_BACK);
        List<NodeId> nodes =
                villages.stream().map(village -> village.log().node()).toList();
        Clerk official = Clerk.at(regency.regency().hub().url(), "dispermades", Accounts.PASSWORD);
        try (DownTopics down = new DownTopics(regency.regency().kafka().adminClient(), nodes)) {
            regency.regency().hub().pause();
            villages.forEach(this::comeBack);
            regency.regency().hub().resume();

            assertThat(official.open("/").status()).isEqualTo(200);
            regency.awaitProven(villages);
            assertThat(welcomed(down, nodes)).containsAll(nodes);
        }
        assertThat(regency.strings("select node || ' ' || kind from incident")).isEmpty();
        assertThat(regency.strings("select node from parked_event")).isEmpty();
        assertThat(official.open("/").status()).isEqualTo(200);
    }

    /** Hello, then what it did without a line, then where it stands. */
    private void comeBack(ProvingVillage village) {
        SimulatedVillage log = village.log();
        Instant now = Instant.now();
        regency.feeder().announceHello(log, now);
        village.send(Stream.generate(log::arrival).limit(WAITING).toList());
        village.send(List.of(village.checkpoint(Reason.DAILY)));
        regency.feeder().announceHead(log, now);
    }

    private static Set<NodeId> welcomed(DownTopics down, List<NodeId> nodes) {
        Set<NodeId> welcomed = new HashSet<>();
        await().atMost(SimulatedRegency.PATIENCE).until(() -> {
            for (Heard heard : down.poll(Duration.ofMillis(100))) {
                if (heard.control() instanceof Control.Welcome) {
                    welcomed.add(heard.node());
                }
            }
            return welcomed.containsAll(nodes);
        });
        return welcomed;
    }

    @Test
    void aVillageThatFloodsHoldsNobodyUpAndIsNamed() throws SQLException, IOException {
        ProvingVillage other = regency.village();
        SimulatedVillage flooding = regency.village().log();
        flooding.setClock(Instant::now);
        regency.regency().hub().pause();
        regency.feeder().feed(List.of(flooding), FLOOD);
        regency.regency().hub().resume();
        await().atMost(SimulatedRegency.PATIENCE)
                .until(() -> regency.applied().get(flooding.node().value()) > 0);

        other.send(List.of(other.log().arrival()));

        String node = other.log().node().value();
        Map<String, Long> whenTheOtherWasTakenIn = await().atMost(SimulatedRegency.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(regency::applied, applied -> applied.get(node) == 1);
        assertThat(whenTheOtherWasTakenIn.get(flooding.node().value())).isBetween(1L, FLOOD - 1L);
        Clerk admin = Clerk.at(regency.regency().hub().url(), "admin", Accounts.PASSWORD);
        await().atMost(SimulatedRegency.PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin.open("/desa/" + flooding.node()).content().text())
                        .contains("Membanjiri"));
        await().atMost(SimulatedRegency.PATIENCE)
                .untilAsserted(() -> assertThat(regency.applied())
                        .containsEntry(flooding.node().value(), (long) FLOOD));
        regency.assertProven(List.of(other));
    }
}
