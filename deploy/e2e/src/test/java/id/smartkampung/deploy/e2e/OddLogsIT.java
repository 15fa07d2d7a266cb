package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.smartkampung.deploy.senders.DownTopics;
import id.smartkampung.deploy.senders.ProvingVillage;
import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Faults 48, 51, 54, 58 and 64: what logs hold that are not as they should be, and what the hub makes of it. */
@TestInstance(Lifecycle.PER_CLASS)
class OddLogsIT {

    private static final int LENGTH = 10;
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private SimulatedRegency regency;

    @BeforeAll
    void start() throws IOException {
        regency = SimulatedRegency.start(60, 64);
    }

    @AfterAll
    void stop() {
        if (regency != null) {
            regency.close();
        }
    }

    @Test
    void anEventThatIsMissingIsMissedAtItsPlaceAndTheRestWaits() throws SQLException {
        Map<Integer, ProvingVillage> villages = new LinkedHashMap<>();
        for (int missing = 1; missing <= LENGTH; missing++) {
            ProvingVillage village = recorded();
            List<Envelope> rest = new ArrayList<>(village.sent());
            rest.remove(missing - 1);
            // Each with a signed head of its own: nothing is taken in that no signature covers.
            rest.forEach(event -> village.resend(List.of(event)));
            villages.put(missing, village);
        }
        for (Map.Entry<Integer, ProvingVillage> entry : villages.entrySet()) {
            String node = entry.getValue().log().node().value();
            int missing = entry.getKey();
            await().atMost(SimulatedRegency.PATIENCE)
                    .untilAsserted(() -> assertThat(regency.strings(
                                    "select sequence || ' ' || gap_from from log_cursor where node = '" + node + "'"))
                            .containsExactly((missing - 1) + " " + missing));
        }

        villages.forEach((missing, village) -> village.resend(
                village.sent().subList(missing - 1, village.sent().size())));

        regency.awaitProven(villages.values());
        regency.assertNoIncident(villages.values());
    }

    @Test
    void twoThatChangedPlacesAreTakenInInTheirOrder() throws SQLException {
        List<ProvingVillage> villages = new ArrayList<>();
        for (int swapped = 1; swapped <= LENGTH; swapped++) {
            ProvingVillage village = recorded();
            List<Envelope> log = new ArrayList<>(village.sent());
            log.add(swapped, log.remove(swapped - 1));
            village.resend(log);
            // As the village does when the hub asks for what it misses.
            village.resend(village.sent());
            villages.add(village);
        }

        regency.awaitProven(villages);
        regency.assertNoIncident(villages);
    }

    @Test
    void oneThatCameTwiceCountsOnce() throws SQLException {
        List<ProvingVillage> villages = new ArrayList<>();
        for (int repeated = 1; repeated <= LENGTH; repeated++) {
            ProvingVillage village = recorded();
            List<Envelope> log = new ArrayList<>(village.sent());
            log.add(repeated, log.get(repeated - 1));
            village.resend(log);
            villages.add(village);
        }

        regency.awaitProven(villages);
        regency.assertNoIncident(villages);
        assertThat(regency.numbers("select node, repeats from log_cursor"))
                .containsAllEntriesOf(villages.stream()
                        .collect(
                                Collectors.toMap(village -> village.log().node().value(), village -> 1L)));
    }

    @Test
    void anEndThatIsCutOffIsKnownToBeMissing() throws SQLException, IOException {
        ProvingVillage village = recorded();
        SimulatedVillage log = village.log();
        village.resend(village.sent().subList(0, LENGTH / 2));
        regency.feeder().announceHead(log, Instant.now());

        String node = log.node().value();
        await().atMost(SimulatedRegency.PATIENCE)
                .untilAsserted(() -> assertThat(regency.strings(
                                "select sequence || ' of ' || head_sequence from log_cursor where node = '" + node
                                        + "'"))
                        .containsExactly(LENGTH / 2 + " of " + log.sequence()));

        village.resend(village.sent().subList(LENGTH / 2, village.sent().size()));
        regency.awaitProven(List.of(village));
    }

    @Test
    void deletedCreatedAgainAndChangedAfterTheDeletionEndsTheSameInOnePassAndInMany() throws SQLException {
        for (ProvingVillage village : inOnePassAndInMany(OddLives::deletions)) {
            assertThat(regency.numbers("select node, count(*) from resident group by node"))
                    .containsEntry(village.log().node().value(), 2L);
        }
    }

    @Test
    void aChildThatComesBeforeItsParentWaitsForNobody() throws SQLException {
        for (ProvingVillage village : inOnePassAndInMany(OddLives::childrenFirst)) {
            String node = village.log().node().value();
            assertThat(regency.strings(
                            "select q.number from request q join resident r on r.node = q.node and r.id = q.applicant_id"
                                    + " join family f on f.node = r.node and f.id = r.family_id where q.node = '" + node
                                    + "'"))
                    .containsExactly("26-48");
            assertThat(regency.strings("select node from parked_event")).doesNotContain(node);
        }
    }

    /** Two villages with the same life, one of which says it all at once; both are proven, and nothing odd is found. */
    private List<ProvingVillage> inOnePassAndInMany(Function<SimulatedVillage, List<VillageEvent>> life)
            throws SQLException {
        ProvingVillage inOnePass = regency.village();
        ProvingVillage inMany = regency.village();
        inOnePass.send(life.apply(inOnePass.log()));
        for (VillageEvent event : life.apply(inMany.log())) {
            inMany.send(List.of(event));
            // One pass of the hub for each.
            regency.awaitApplied(inMany);
        }
        List<ProvingVillage> both = List.of(inOnePass, inMany);
        regency.assertProven(both);
        regency.assertNoIncident(both);
        return both;
    }

    @Test
    void aWrongClockChangesNeitherOrderNorEffectAndIsNamed() throws SQLException, IOException {
        Instant now = Instant.now();
        List<ProvingVillage> villages = new ArrayList<>();
        List<Instant> clocks = new ArrayList<>();
        for (List<Instant> clock : List.of(
                List.of(Instant.EPOCH, Instant.EPOCH),
                List.of(now.plus(Duration.ofDays(3650)), now.plus(Duration.ofDays(3650))),
                List.of(now, now.minus(EIGHT_HOURS)),
                List.of(now, now.plus(EIGHT_HOURS)))) {
            ProvingVillage village = regency.village();
            SimulatedVillage log = village.log();
            log.setClock(() -> clock.get(0));
            village.send(List.of(log.arrival(), log.arrival(), log.change()));
            log.setClock(() -> clock.get(1));
            village.send(List.of(log.change(), log.change()));
            villages.add(village);
            clocks.add(clock.get(1));
        }

        regency.assertProven(villages);
        regency.assertNoIncident(villages);
        // Only now: a head of a village that was not heard before may have lain there for long, and proves no clock
        // slow.
        for (int i = 0; i < villages.size(); i++) {
            regency.feeder().announceHead(villages.get(i).log(), clocks.get(i));
        }
        List<String> shown = List.of("Jam terlambat", "Jam terlalu maju", "Jam terlambat", "Jam terlalu maju");
        for (int i = 0; i < villages.size(); i++) {
            regency.awaitShown(villages.get(i), shown.get(i));
        }
    }

    @Test
    void aNewerVillageLosesNothing() throws SQLException, IOException {
        ProvingVillage village = regency.village();
        SimulatedVillage log = village.log();
        village.send(List.of(log.arrival(), log.arrival()));
        ResidentRecorded known = log.change();
        ObjectNode wider = (ObjectNode) new ObjectMapper().readTree(EventJson.write(known));
        byte[] unknownField = wider.put("bintang", "Aries").toString().getBytes(StandardCharsets.UTF_8);
        byte[] unknownType = "{\"arah\":\"utara\"}".getBytes(StandardCharsets.UTF_8);

        village.resend(List.of(
                village.append(EventType.of(known).wireName(), known.subject().toString(), unknownField),
                village.append("house-turned.v1", "house/" + UUID.randomUUID(), unknownType)));
        village.send(List.of(log.arrival()));

        String node = log.node().value();
        regency.awaitApplied(village);
        assertThat(regency.strings("select full_name from resident where id = '" + known.residentId() + "'"))
                .containsExactly(known.fullName());
        assertThat(regency.strings("select sequence || ' ' || reason from parked_event where node = '" + node + "'"))
                .containsExactly("4 unknown type house-turned.v1");
        assertThat(regency.strings(
                        "select encode(data, 'hex') from received_event where sequence in (3, 4) and node = '" + node
                                + "' order by sequence"))
                .containsExactly(
                        HexFormat.of().formatHex(unknownField), HexFormat.of().formatHex(unknownType));
    }

    @Test
    void aTableThatIsGoneAtTheHubIsSentAgainWhole() throws SQLException {
        ProvingVillage village = regency.village();
        SimulatedVillage log = village.log();
        village.send(Stream.generate(log::arrival).limit(300).toList());
        regency.assertProven(List.of(village));
        try (Connection owner = regency.regency().hubDatabase().asOwner();
                Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("delete from resident where node = '" + log.node() + "'"))
                    .isGreaterThan(200);
        }
        try (DownTopics down = new DownTopics(regency.regency().kafka().adminClient(), List.of(log.node()))) {
            village.send(List.of(village.checkpoint(Reason.DAILY)));
            await().atMost(SimulatedRegency.PATIENCE).until(() -> {
                village.obey(down, Duration.ofMillis(50));
                return regency.numbers("select node, max(sequence) from proof group by node")
                                .get(log.node().value())
                        == log.sequence();
            });
        }

        assertThat(village.sent()).anyMatch(event -> event.type().equals(EventType.SNAPSHOT_CHUNK_V1.wireName()));
        assertThat(regency.numbers("select node, count(*) from resident group by node"))
                .containsEntry(
                        log.node().value(),
                        village.sent().stream()
                                .filter(event -> event.type().equals(EventType.RESIDENT_RECORDED_V1.wireName()))
                                .map(Envelope::subject)
                                .distinct()
                                .count());
    }

    /** A log of some events, the last of which says what the village holds; nothing of it is sent yet. */
    private ProvingVillage recorded() {
        ProvingVillage village = regency.village();
        for (int event = 1; event <= LENGTH; event++) {
            village.append(village.log().arrival());
        }
        village.append(village.checkpoint(Reason.DAILY));
        return village;
    }
}
