package id.smartkampung.village.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.RowHasher;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.register.FamilyDraft;
import id.smartkampung.village.register.FamilyService;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckpointServiceTest {

    private static final Author OFFICER = Residents.anOfficer();

    @Inject
    CheckpointService checkpoints;

    @Inject
    CommandService commands;

    @Inject
    SnapshotService snapshots;

    @Inject
    MutationService mutations;

    @Inject
    ProofScrub scrub;

    @Inject
    FamilyService families;

    @Inject
    ResidentService residents;

    @Inject
    RequestService requests;

    @Test
    void theDigestsKeptWithTheEventsAreThoseOfTheRows() {
        UUID resident = residents.register(Residents.aResident(), OFFICER).id;
        Request request = requests.submit(
                new RequestDraft(resident, new LetterKind("DOM"), Channel.COUNTER, false, null, null, null), OFFICER);
        requests.move(request.id, request.version, RequestState.IN_REVIEW, null, "operator", OFFICER);
        UUID family = aFamily("Jl. Baru");
        families.change(family, 0, new FamilyDraft(null, "Jl. Lain", "Krajan", null, null), OFFICER);
        families.remove(aFamily("Jl. Salah"), 0, "keliru", OFFICER);
        mutations.leave(aReportToThePolice(), Set.of(resident), null, OFFICER);

        assertThat(scrub.differences()).isEmpty();
    }

    /** Its number stays in the village, and is no part of what is proven. */
    private static MutationDraft aReportToThePolice() {
        LocalDate day = LocalDate.of(2026, 11, 1);
        return new MutationDraft(
                MutationKind.MISSING, day, day, null, null, null, null, null, "LP/12/XI/2026", null, null);
    }

    @Test
    void aRowChangedBehindTheProgramIsNamed() throws SQLException {
        UUID family = aFamily("Jl. Lama");
        behindTheProgram("update family set address = 'Jl. Palsu' where id = '" + family + "'");
        try {
            assertThat(scrub.differences().get(CanonicalTable.FAMILY).altered()).containsExactly(family);
        } finally {
            behindTheProgram("update family set address = 'Jl. Lama' where id = '" + family + "'");
        }
    }

    private static void behindTheProgram(String sql) throws SQLException {
        LogRows.asOwner("alter table family disable trigger user", sql, "alter table family enable trigger user");
    }

    @Test
    void aCheckpointCountsWhatIsThere() {
        aFamily("Jl. Satu");
        CheckpointTaken before = taken(Reason.HOURLY);
        aFamily("Jl. Dua");

        CheckpointTaken after = taken(Reason.HOURLY);

        assertThat(table(after).count()).isEqualTo(table(before).count() + 1);
        assertThat(table(after).root()).isNotEqualTo(table(before).root());
        assertThat((long) table(after).count()).isEqualTo(LogRows.number("select count(*) from family"));
    }

    @Test
    void aCheckpointWithoutAChangeSaysTheSame() {
        assertThat(taken(Reason.DAILY).tables()).isEqualTo(taken(Reason.DAILY).tables());
    }

    @Test
    void aCheckpointCountsExactlyTheChangesBeforeItWhileOthersWrite() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Future<?>> writing = new ArrayList<>();
        long start = LogRows.head();
        try {
            for (int writer = 0; writer < 3; writer++) {
                writing.add(writers.submit(() -> {
                    for (int i = 0; i < 30; i++) {
                        aFamily("Jl. Ramai " + i);
                    }
                }));
            }
            for (int i = 0; i < 10; i++) {
                checkpoints.take(Reason.HOURLY);
            }
            for (Future<?> future : writing) {
                future.get();
            }
        } finally {
            writers.shutdown();
        }
        checkpoints.take(Reason.HOURLY);

        long added = LogRows.number("select count(*) from outbox where type = 'family-recorded.v1' "
                + "and subject_table = 'family' and sequence > " + start);
        long end = LogRows.number("select count(*) from family");
        for (LogRows.Row row : LogRows.after(start)) {
            if (row.type().equals("checkpoint.v1")) {
                long later = LogRows.number("select count(*) from outbox where type = 'family-recorded.v1' "
                        + "and subject_table = 'family' and sequence > " + row.sequence());
                assertThat((long) table((CheckpointTaken) read(row)).count()).isEqualTo(end - later);
            }
        }
        assertThat(added).isEqualTo(90);
    }

    @Test
    void whatTheDistrictAsksForIsAnsweredInTheLog() {
        UUID family = aFamily("Jl. Ditanya");
        long start = LogRows.head();

        obey(new DistrictEvent.BucketListingWanted(UUID.randomUUID(), "family", List.of(Bucket.of(family))));

        BucketListed listed = (BucketListed) read(LogRows.after(start).get(0));
        assertThat(listed.rows()).contains(new BucketListed.Row(family, digest(family)));
    }

    @Test
    void rowsAskedForComeAgainWithACheckpointBehindThem() {
        UUID family = aFamily("Jl. Diminta");
        UUID nobody = UUID.randomUUID();
        long start = LogRows.head();

        obey(new DistrictEvent.RowsWanted(UUID.randomUUID(), "family", List.of(family, nobody)));

        List<LogRows.Row> answer = LogRows.after(start);
        SnapshotChunk chunk = (SnapshotChunk) read(answer.get(0));
        assertThat(chunk.families())
                .singleElement()
                .satisfies(row -> assertThat(row.address()).isEqualTo("Jl. Diminta"));
        assertThat(chunk.absent()).containsExactly(nobody);
        assertThat(read(answer.get(1))).isInstanceOf(CheckpointTaken.class);
    }

    @Test
    void theBucketsOfATableAreSentOnlyWhenAskedFor() {
        assertThat(table(taken(Reason.WANTED)).buckets()).isNull();

        long start = LogRows.head();
        obey(new DistrictEvent.CheckpointWanted(UUID.randomUUID(), List.of("family")));

        CheckpointTaken checkpoint = (CheckpointTaken) read(LogRows.after(start).get(0));
        assertThat(Base64.getDecoder().decode(table(checkpoint).buckets())).hasSize(8 * Bucket.NUMBER);
    }

    @Test
    void aSnapshotHasEveryRowOfItsTableOnce() {
        UUID family = aFamily("Jl. Potret");
        long start = LogRows.head();
        obey(new DistrictEvent.SnapshotWanted(UUID.randomUUID(), List.of("family")));

        while (snapshots.sendNext()) {
            assertThat(LogRows.head()).isGreaterThan(start);
        }

        List<UUID> sent = new ArrayList<>();
        for (LogRows.Row row : LogRows.after(start)) {
            if (read(row) instanceof SnapshotChunk chunk) {
                chunk.families().forEach(each -> sent.add(each.familyId()));
            }
        }
        assertThat(sent).contains(family).doesNotHaveDuplicates();
        assertThat((long) sent.size()).isEqualTo(LogRows.number("select count(*) from family"));
    }

    private void obey(DistrictEvent command) {
        QuarkusTransaction.requiringNew().run(() -> commands.obey(command));
    }

    private UUID aFamily(String address) {
        return families.create(new FamilyDraft(null, address, "Krajan", "001", "002"), OFFICER).id;
    }

    private static String digest(UUID family) {
        VillageEvent event = read(LogRows.of(family).get(0));
        return Base64.getEncoder().encodeToString(RowHasher.of(event).digest().bytes());
    }

    private CheckpointTaken taken(Reason reason) {
        long start = LogRows.head();
        checkpoints.take(reason, Set.of());
        return (CheckpointTaken) read(LogRows.after(start).get(0));
    }

    private static CheckpointTaken.Table table(CheckpointTaken checkpoint) {
        return checkpoint.tables().stream()
                .filter(table -> table.table().equals("family"))
                .findFirst()
                .orElseThrow();
    }

    private static VillageEvent read(LogRows.Row row) {
        try {
            return EventJson.read(EventType.ofWireName(row.type()).orElseThrow(), row.data());
        } catch (Exception e) {
            throw new AssertionError("event " + row.sequence(), e);
        }
    }
}
