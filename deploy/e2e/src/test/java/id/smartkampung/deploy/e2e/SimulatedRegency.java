package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.deploy.senders.ProvingVillage;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Packaged hub, real broker and database, and as many villages as Banyuwangi has, each of them only a sender. */
final class SimulatedRegency implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Regency regency;
    private final LogFeeder feeder;
    private final Iterator<ProvingVillage> unused;

    private SimulatedRegency(Regency regency, LogFeeder feeder, List<SimulatedVillage> logs) {
        this.regency = regency;
        this.feeder = feeder;
        this.unused = logs.stream()
                .map(log -> new ProvingVillage(log, feeder))
                .toList()
                .iterator();
    }

    static SimulatedRegency start(int villages, long seed) throws IOException {
        List<SimulatedVillage> logs = SimulatedVillage.first(villages, seed);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "regency")), "senders");
        RegencyPlan plan = RegencyPlan.onFreePorts(folder, List.of())
                .withEnvironment(SimulatedVillage.knownToHub(logs))
                .withEnvironment(Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));
        Regency regency = new Regency(plan, Checkout.here()).start();
        return new SimulatedRegency(regency, new LogFeeder(regency.kafka().adminClient()), logs);
    }

    Regency regency() {
        return regency;
    }

    LogFeeder feeder() {
        return feeder;
    }

    /** One that has said nothing so far. */
    ProvingVillage village() {
        return unused.next();
    }

    List<ProvingVillage> villages(int count) {
        List<ProvingVillage> some = new ArrayList<>();
        while (some.size() < count) {
            some.add(village());
        }
        return some;
    }

    /** Each says what it holds, and the hub finds the same in its own columns. */
    void assertProven(Collection<ProvingVillage> villages) throws SQLException {
        villages.forEach(village -> village.send(List.of(village.checkpoint(Reason.DAILY))));
        awaitProven(villages);
    }

    /** The last event of each is what it holds. */
    void awaitProven(Collection<ProvingVillage> villages) throws SQLException {
        Map<String, Long> ends = villages.stream()
                .map(ProvingVillage::log)
                .collect(Collectors.toMap(log -> log.node().value(), SimulatedVillage::sequence));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(numbers("select node, sequence from proof where sequence is not null"))
                        .containsAllEntriesOf(ends));
    }

    /** The hub has found nothing odd in any of them. */
    void assertNoIncident(Iterable<ProvingVillage> villages) throws SQLException {
        List<String> incidents = strings("select node || ' ' || kind from incident");
        for (ProvingVillage village : villages) {
            assertThat(incidents)
                    .noneMatch(
                            incident -> incident.startsWith(village.log().node().value()));
        }
    }

    /** How far the log of each village was applied. */
    Map<String, Long> applied() throws SQLException {
        return numbers("select node, sequence from log_cursor");
    }

    /** Waits until everything that a village has numbered is applied. */
    void awaitApplied(ProvingVillage village) {
        SimulatedVillage log = village.log();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(applied()).containsEntry(log.node().value(), log.sequence()));
    }

    /** Waits until the page of a village says this. */
    void awaitShown(ProvingVillage village, String words) throws IOException {
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.open("/desa/" + village.log().node())
                                        .content()
                                        .text())
                                .contains(words));
    }

    /** Rows of a name and a number. */
    Map<String, Long> numbers(String sql) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        try (Connection hub = regency.hubDatabase().asReader();
                PreparedStatement query = hub.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    List<String> strings(String sql) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.strings(hub, sql);
        }
    }

    @Override
    public void close() {
        feeder.close();
        regency.stop();
    }
}
