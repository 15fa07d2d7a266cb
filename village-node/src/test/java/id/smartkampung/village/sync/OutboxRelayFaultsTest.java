package id.smartkampung.village.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.deploy.testsupport.Servers;
import id.smartkampung.village.TestDistrict;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.log.Probe;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.PinnedDistrict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to the sending when line, disk, settings or the district's memory fail. */
@QuarkusTest
class OutboxRelayFaultsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ProbeService probes;

    @Inject
    SyncStatus status;

    @Inject
    VillageProfile village;

    @Inject
    PinnedDistrict pinned;

    private TestDistrict district;

    @BeforeEach
    void everythingHasLeftSoFar() {
        district = TestDistrict.of(village.node());
        pinned.pin(List.of(TestDistrict.key()));
        probes.record("start");
        district.awaitArrived(LogRows.head());
    }

    @AfterEach
    void leave() {
        district.close();
    }

    @Test
    void workGoesOnWithoutABrokerAndArrivesWhenItIsBack() {
        long before = LogRows.head();
        Servers.kafka().kill();
        try {
            IntStream.range(0, 50).forEach(i -> probes.record("offline " + i));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(status.view().state()).isEqualTo(SyncView.State.WAITING_FOR_NETWORK));
            assertThat(status.view().waiting()).isGreaterThanOrEqualTo(50);
        } finally {
            Servers.kafka().start();
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .extracting(event -> event.position().sequence())
                        .containsAll(LongStream.rangeClosed(before + 1, before + 50)
                                .boxed()
                                .toList()));
    }

    @Test
    void aFlippedBitIsFoundBeforeItLeaves() throws SQLException {
        LogRows.Row last = LogRows.after(LogRows.head() - 1).get(0);
        district.acknowledge(last.sequence(), "cd".repeat(32));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().state()).isEqualTo(SyncView.State.FORKED));
        Probe probe = probes.record("flipped while nothing is sent");
        flip(probe);
        district.acknowledge(last.sequence(), hex(last.hash()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().state()).isEqualTo(SyncView.State.INTEGRITY));
        assertThat(status.view().trouble())
                .isEqualTo(LogRows.of(probe.id).get(0).sequence());

        flip(probe);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().state()).isNotEqualTo(SyncView.State.INTEGRITY));
    }

    @Test
    void nothingLeavesADatabaseThatCouldLoseItInAPowerCut() throws SQLException {
        asAdmin("alter system set full_page_writes = off", "select pg_reload_conf()");
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status.view().state()).isEqualTo(SyncView.State.UNSAFE_DATABASE));
        } finally {
            asAdmin("alter system set full_page_writes = on", "select pg_reload_conf()");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().state()).isNotEqualTo(SyncView.State.UNSAFE_DATABASE));
    }

    @Test
    void theEndOfTheLogIsAnnouncedWhenTheLineComesBack() {
        Servers.kafka().kill();
        try {
            probes.record("while away");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status.view().connected()).isFalse());
        } finally {
            Servers.kafka().start();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(district.heads()).isNotEmpty());
    }

    @Test
    void anotherHistoryAtTheDistrictStopsTheSendingUntilItIsOursAgain() {
        district.acknowledge(LogRows.head(), "ab".repeat(32));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().state()).isEqualTo(SyncView.State.FORKED));

        probes.record("kept back");
        assertThat(status.view().waiting()).isPositive();

        LogRows.Row sent = LogRows.after(LogRows.head() - 2).get(0);
        district.acknowledge(sent.sequence(), hex(sent.hash()));
        district.awaitArrived(LogRows.head(), LogRows.head());
    }

    @Test
    void aDistrictThatHasLessThanItHadGetsItAgain() {
        long before = LogRows.head();
        LogRows.Row early = LogRows.after(before - 1).get(0);
        IntStream.range(0, 3).forEach(i -> probes.record("lost by the district " + i));
        district.acknowledgeAll();
        awaitAcknowledged(before + 3);

        district.acknowledge(before, hex(early.hash()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .extracting(event -> event.position().sequence())
                        .containsSubsequence(before + 1, before + 2, before + 3, before + 1, before + 2, before + 3));
    }

    private void awaitAcknowledged(long sequence) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().ackedSequence()).isEqualTo(sequence));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** As a broken disk would, past every trigger. */
    private static void flip(Probe probe) throws SQLException {
        asAdmin(
                "set session_replication_role = replica",
                "update outbox set data = set_byte(data, 5, get_byte(data, 5) # 1) where subject_id = '" + probe.id
                        + "'");
    }

    private static void asAdmin(String... statements) throws SQLException {
        String database = Databases.village().url().replaceAll(".*/", "").replaceAll("\\?.*", "");
        try (Connection connection = Servers.postgres().asAdmin(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
