package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.senders.DownTopics;
import id.smartkampung.deploy.trouble.DownRecords;
import id.smartkampung.model.event.DistrictEvent.CheckpointWanted;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Faults 13, 57 and 60 to 63: rows changed behind the hub's back are found, named and put right by whole programs. */
class ProofIT {

    private static final int TRIALS = 10;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final List<String> CHANGES = List.of(
            "update resident set full_name = full_name || 'x' where node = '%1$s' and id = '%2$s'",
            "update resident set born_on = coalesce(born_on, '1950-01-01') + 1 where node = '%1$s' and id = '%2$s'",
            "delete from resident where node = '%1$s' and id = '%2$s'",
            "update resident set id = gen_random_uuid() where node = '%1$s' and id = '%2$s'",
            "update resident set node = 'nobody' where node = '%1$s' and id = '%2$s'");

    private static final int CHECKPOINTS = 5;

    /** How many residents each checkpoint counted, with those who came after it. */
    private static final String COUNTED = """
            select (said->>'count')::bigint + (
                select count(distinct later.subject_id) from outbox later
                where later.type = 'resident-recorded.v1' and later.sequence > c.sequence)
            from outbox c,
                jsonb_path_query(convert_from(c.data, 'UTF8')::jsonb, '$.tables[*] ? (@.table == "resident")') said
            where c.type = 'checkpoint.v1' and c.sequence > %d
            """;

    /** What was said of the rows after a place because the district asked. */
    private static final String ANSWERS = """
            select type from outbox
            where sequence > %d and type in ('checkpoint.v1', 'bucket-listed.v1', 'snapshot-chunk.v1')
                and convert_from(data, 'UTF8') !~ '"reason":"(HOURLY|DAILY|EVENTS)"'
            order by sequence
            """;

    private static final String SENT = """
            select o.type from outbox o join log_state s on s.sent_sequence >= o.sequence
            where o.type = 'checkpoint.v1' and o.sequence > %d and convert_from(o.data, 'UTF8') ~ '"reason":"WANTED"'
            """;

    /** Unequal, so by bucket, by row, the row itself, and equal again. */
    private static final List<String> ONE_REPAIR =
            List.of("checkpoint.v1", "checkpoint.v1", "bucket-listed.v1", "snapshot-chunk.v1", "checkpoint.v1");

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.BROWSED;

    @Test
    void aRowChangedAtTheHubIsFoundAndPutRight() throws Exception {
        peopleAreRegistered("351013");
        Random random = new Random(20261121);
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asOwner();
                Statement change = hub.createStatement()) {
            long before = Proven.anew(regency, kode, 0);
            for (int trial = 0; trial < TRIALS; trial++) {
                List<String> ids =
                        Rows.strings(hub, "select id from resident where node = '" + kode.value() + "' order by id");
                String id = ids.get(random.nextInt(ids.size()));
                change.execute(CHANGES.get(trial % CHANGES.size()).formatted(kode.value(), id));

                before = Proven.anew(regency, kode, before);

                assertThat(Rows.strings(
                                hub,
                                "select detail from incident where node = '" + kode.value()
                                        + "' and kind = 'DIVERGED' order by id desc limit 1"))
                        .as("trial %d", trial)
                        .singleElement()
                        .asString()
                        .contains(id);
                change.execute("delete from resident where node = 'nobody'");
            }
            Rows.assertEqual(village, hub, kode.value());
        }
    }

    @Test
    void aCheckpointTakenWhileOthersWriteNeverGivesAFalseAnswer() throws Exception {
        long before = Proven.anew(regency, kode, 0);
        long differences = Proven.differences(regency, kode);
        List<Traffic> operators = Traffic.several(2, regency.village(kode), "35162");
        try {
            long place = before;
            for (int checkpoint = 0; checkpoint < CHECKPOINTS; checkpoint++) {
                place = Proven.anew(regency, kode, place);
            }
            assertThat(Proven.differences(regency, kode)).as("false alarms").isEqualTo(differences);

            alterOneAtTheHub();
            Proven.anew(regency, kode, place);

            assertThat(Proven.differences(regency, kode))
                    .as("what is not equal")
                    .isEqualTo(differences + 1);
        } finally {
            operators.forEach(Traffic::end);
        }
        assertThat(atTheVillage(COUNTED.formatted(before)))
                .hasSizeGreaterThanOrEqualTo(CHECKPOINTS)
                .hasSameElementsAs(atTheVillage("select count(*) from resident"));
        Arrived.assertArrived(regency, kode, Traffic.registered(operators));
    }

    /** Village and hub stand still in turn, so that the question is said when the village is gone, and is lost. */
    @Test
    void whatARepairAsksIsAskedAgainWhenItWasLostAndObeyedOnce() throws Exception {
        peopleAreRegistered("351063");
        long before = Proven.anew(regency, kode, 0);
        NodeId node = new NodeId(kode.value());
        DownRecords records = new DownRecords(regency.kafka().adminClient(), node);
        ProgramProcess village = regency.village(kode);
        Instant pressed;
        try (DownTopics words = new DownTopics(regency.kafka().adminClient(), List.of(node))) {
            village.pause();
            alterOneAtTheHub();
            pressed = Proven.ask(regency, kode);
            awaitAsked(words, List.of());
            regency.hub().pause();
            village.resume();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(atTheVillage(SENT.formatted(before))).containsExactly("checkpoint.v1"));
            village.stop();
            regency.hub().resume();
            awaitAsked(words, List.of("resident"));
            records.forget();
        } finally {
            regency.hub().resume();
            village.start();
        }
        Traffic edits = new Traffic(village, "351163", 63);
        try {
            Proven.awaitAnew(regency, kode, before, pressed);
        } finally {
            edits.end();
        }
        assertThat(atTheVillage(ANSWERS.formatted(before))).containsExactlyElementsOf(ONE_REPAIR);

        long end = records.repeatCommands();
        assertThat(end).isPositive();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(atTheVillage("select 1 from log_state where down_offset >= " + end))
                        .hasSize(1));
        assertThat(atTheVillage(ANSWERS.formatted(before))).containsExactlyElementsOf(ONE_REPAIR);
        Arrived.assertArrived(regency, kode, edits.registered());
    }

    @Test
    void theCertificateOfTheLastProofCanBeTakenAway() throws Exception {
        Proven.anew(regency, kode, 0);
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);

        byte[] certificate = admin.download("/bukti/" + kode.value() + "/sertifikat");

        assertThat(new String(certificate, StandardCharsets.UTF_8))
                .contains("\"format\" : \"kampung-certificate.v1\"")
                .contains("\"node\" : \"" + kode.value() + "\"")
                .contains("\"village\" : {")
                .contains("\"district\" : {");
    }

    private void peopleAreRegistered(String nikPrefix) throws SQLException {
        Traffic traffic = new Traffic(regency.village(kode), nikPrefix, 13);
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThan(2 * TRIALS));
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
    }

    private void alterOneAtTheHub() throws SQLException {
        try (Connection hub = regency.hubDatabase().asOwner();
                Statement change = hub.createStatement()) {
            String id = Rows.strings(
                            hub, "select id from resident where node = '" + kode.value() + "' order by id limit 1")
                    .get(0);
            change.execute(CHANGES.get(0).formatted(kode.value(), id));
        }
    }

    /** The hub has asked what the village holds, of some tables by bucket. */
    private static void awaitAsked(DownTopics words, List<String> bucketsOf) {
        await().atMost(SOON)
                .until(() -> words.poll(Duration.ofMillis(100)).stream()
                        .anyMatch(heard -> heard.command() instanceof CheckpointWanted asked
                                && asked.bucketsOf().equals(bucketsOf)));
    }

    private List<String> atTheVillage(String sql) throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader()) {
            return Rows.strings(village, sql);
        }
    }
}
