package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aLetter;
import static id.smartkampung.district.inbox.Subjects.aMutation;
import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.district.proof.ProofService;
import id.smartkampung.district.statistics.Recount;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.CanonicalField;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.request.RequestState;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the tester: a thousand times one row is changed, dropped, added or swapped here, and each time it is found. */
@QuarkusTest
class MutationTest {

    private static final int TRIALS = 1000;
    private static final List<CanonicalTable> TABLES = List.of(CanonicalTable.values());

    /** Changes of a row, one for each kind of column. */
    private static final Map<CanonicalTable, List<String>> CHANGES = Map.of(
            CanonicalTable.RESIDENT,
            List.of(
                    "full_name = full_name || ' '",
                    "full_name = lower(full_name)",
                    "nik = null",
                    "born_on = born_on + 1",
                    "born_on = null",
                    "sex = case sex when 1 then 2 else 1 end",
                    "occupation = 88",
                    "family_id = null",
                    "rt = ''",
                    "base_status = 2",
                    "mother_name = father_name, father_name = mother_name",
                    "rw = rt, rt = rw"),
            CanonicalTable.FAMILY,
            List.of("no_kk = null", "address = address || 'x'", "dusun = null", "rw = 'x'", "rt = null"),
            CanonicalTable.REQUEST,
            List.of(
                    "state = 'REJECTED'",
                    "home_delivery = not home_delivery",
                    "submitted_at = submitted_at + interval '1 microsecond'",
                    "number = number || '0'",
                    "steps = steps - 0",
                    "steps = jsonb_set(steps, '{0,at}', '\"2026-11-21T01:00:00.000001Z\"')"),
            CanonicalTable.MUTATION,
            List.of(
                    "kind = 'MISSING'",
                    "happened_on = happened_on - 1",
                    "reported_on = reported_on + 1",
                    "booked_on = booked_on + 1",
                    "mother_id = resident_id",
                    "counted = not counted",
                    "citizenship = null",
                    "move_kind = 5",
                    "other_area = '35.10'",
                    "document = document || ' '",
                    "undone_at = recorded_at"),
            CanonicalTable.LETTER,
            List.of(
                    "state = 'NUMBERED'",
                    "number = number || '0'",
                    "sequence = sequence + 1",
                    "type_version = 2",
                    "issued_on = issued_on - 1",
                    "valid_until = null",
                    "signer_name = signer_name || ' '",
                    "code = 'Z' || substr(code, 2)",
                    "facts = facts || 'x'",
                    "file_sha256 = upper(file_sha256)",
                    "file_bytes = file_bytes + 1"));

    @Inject
    Villages villages;

    @Inject
    Dialogue dialogue;

    @Inject
    ProofService proofs;

    @Inject
    Recount recount;

    @Inject
    Tables tables;

    @Test
    void everyChangeOfASingleRowIsFoundAndNamedAndPutRight() throws SQLException {
        long seed = Long.getLong("seed", 20261121L);
        Log.infof("seed %d", seed);
        Random random = new Random(seed);
        ProvingVillage village = aVillage();
        dialogue.settle(village.checkpoint(Reason.DAILY));
        for (int trial = 0; trial < TRIALS; trial++) {
            CanonicalTable table = TABLES.get(random.nextInt(TABLES.size()));
            List<UUID> changed = mutate(village, table, random);

            assertThat(proofs.scrub(node(village))).as("trial %d", trial).containsExactly(table);
            dialogue.settle(village);

            String detail = tables.value(
                    "select detail from incident where node = ? order by last_at desc, id desc limit 1", node(village));
            for (UUID id : changed) {
                assertThat(detail).as("trial %d", trial).contains(id.toString());
            }
            assertThat(tables.value("select sequence from proof where node = ?", node(village)))
                    .as("trial %d", trial)
                    .isEqualTo(Long.toString(village.log().head().position().sequence()));
        }
        assertThat(tables.count("repair", node(village))).isZero();
        assertThat(tables.stock(node(village))).isEqualTo(tables.counted(node(village)));
        assertThat(recount.differences(node(village))).isEmpty();
        assertThat(tables.count("resident", node(village)))
                .isEqualTo(village.rows(CanonicalTable.RESIDENT).size());
    }

    private List<UUID> mutate(ProvingVillage village, CanonicalTable table, Random random) throws SQLException {
        List<UUID> ids = village.rows(table).stream()
                .map(VillageEvent::subject)
                .map(Subject::id)
                .toList();
        // The first and the last key as often as any other: borders are where mistakes live.
        int at = random.nextInt(ids.size() + 2) % ids.size();
        UUID id = ids.get(at);
        UUID other = ids.get((at + 1 + random.nextInt(ids.size() - 1)) % ids.size());
        String name = table.table();
        String columns = String.join(
                ", ", table.fields().stream().map(CanonicalField::column).toList());
        switch (random.nextInt(6)) {
            case 0 -> run(village, "delete from " + name + " where node = ? and id = '" + id + "'");
            case 1 -> {
                UUID added = new UUID(random.nextLong(), random.nextLong());
                run(
                        village,
                        "insert into " + name + " (node, id, epoch, seq, " + columns + ") select node, '" + added
                                + "', 1, 1, " + columns + " from " + name + " where node = ? and id = '" + id + "'");
                return List.of(added);
            }
            case 2 -> {
                UUID between = UUID.randomUUID();
                rename(village, name, id, between);
                rename(village, name, other, id);
                rename(village, name, between, other);
                return List.of(id, other);
            }
            default -> {
                List<String> changes = CHANGES.get(table);
                String change = changes.get(random.nextInt(changes.size()));
                run(village, "update " + name + " set " + change + " where node = ? and id = '" + id + "'");
            }
        }
        return List.of(id);
    }

    private static void rename(ProvingVillage village, String table, UUID from, UUID to) throws SQLException {
        run(village, "update " + table + " set id = '" + to + "' where node = ? and id = '" + from + "'");
    }

    private ProvingVillage aVillage() {
        ProvingVillage village = new ProvingVillage(villages.aVillage());
        for (int i = 0; i < 40; i++) {
            village.records(
                    aResident(),
                    aFamily(UUID.randomUUID(), "Jl. Contoh " + i),
                    aRequest(UUID.randomUUID(), RequestState.SUBMITTED, RequestState.IN_REVIEW),
                    aMutation(UUID.randomUUID(), MutationKind.ARRIVAL, LocalDate.of(2026, 11, 20), null),
                    aLetter(UUID.randomUUID(), LetterState.SIGNED));
        }
        return village;
    }

    private static NodeId node(ProvingVillage village) {
        return village.log().node();
    }

    private static void run(ProvingVillage village, String sql) throws SQLException {
        try (Connection connection = Databases.district().asOwner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, node(village).value());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
