package id.smartkampung.village.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.change.UndoService;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyDraft;
import id.smartkampung.village.register.FamilyService;
import id.smartkampung.village.register.MembershipService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergePageTest {

    @Inject
    ResidentService residents;

    @Inject
    FamilyService families;

    @Inject
    MembershipService memberships;

    @Inject
    RequestService requests;

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    @Inject
    EntityManager entities;

    private Clerk clerk;
    private Resident kept;
    private Resident lost;

    @BeforeEach
    void twoRecordsOfOnePerson() {
        clerk = Clerk.as(Roles.OPERATOR);
        kept = residents.register(Residents.named("Wage Dobel").set(ResidentField.NIK, null), Residents.anOfficer());
        lost = residents.register(
                Residents.named("Wage Dobel").set(ResidentField.RELIGION, Religion.HINDU), Residents.anOfficer());
    }

    @Test
    void leadsFromTheFindingToTheComparison() {
        assertThat(clerk.get("/penduduk/" + kept.id).asString()).contains("Gabung menjadi satu");
        assertThat(clerk.get(page()).asString()).contains("Agama", "Hindu", lost.nik.value());
    }

    @Test
    void theKeptRecordTakesWhatWasChosenAndTheLostOneLeadsToIt() {
        Response answer = merge("ambil-nik", "lain", "ambil-religion", "lain");

        assertThat(clerk.follow(answer)).contains("Dua catatan sudah menjadi satu", "tercatat dua kali");
        Resident now = stored(kept);
        assertThat(now.nik).isEqualTo(lost.nik);
        assertThat(now.religion).isEqualTo(Religion.HINDU);
        assertThat(stored(lost).baseStatus).isEqualTo(BaseStatus.INVALID);
        assertThat(stored(lost).nik).isNull();
        assertThat(clerk.get("/penduduk/" + lost.id).header("Location")).endsWith("/penduduk/" + kept.id);
    }

    @Test
    void whatWasNotChosenStays() {
        merge("ambil-religion", "sendiri");

        assertThat(stored(kept).religion).isNull();
        assertThat(stored(kept).nik).isNull();
    }

    @Test
    void requestsAndMutationsGoOverToTheKeptRecord() {
        Request request = requests.submit(
                new RequestDraft(lost.id, new LetterKind("SKTM"), Channel.COUNTER, false, null, null, null),
                Residents.anOfficer());
        Mutation missing = mutations
                .leave(
                        MutationDraft.of(MutationKind.MISSING, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2)),
                        Set.of(lost.id),
                        null,
                        Residents.anOfficer())
                .get(0);

        assertThat(merge().asString()).contains("tidak dapat menjadi riwayat satu orang");
        merge("ambil-baseStatus", "lain");

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Request.<Request>findById(request.id).applicantId).isEqualTo(kept.id);
            assertThat(Mutation.<Mutation>findById(missing.id).residentId).isEqualTo(kept.id);
        });
    }

    @Test
    void aFamilyIsNotLeftWithoutAHead() {
        Family family =
                families.create(new FamilyDraft(null, "Jalan Dobel 1", null, null, null), Residents.anOfficer());
        memberships.add(family.id, lost.id, Relationship.HEAD, Residents.anOfficer());
        Resident child = residents.register(Residents.named("Anak Dobel"), Residents.anOfficer());
        memberships.add(family.id, child.id, Relationship.CHILD, Residents.anOfficer());

        assertThat(merge().statusCode()).isEqualTo(409);
        assertThat(merge("ambil-familyId", "lain", "ambil-relationship", "lain").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoWasMergedIsNotTakenOut() {
        merge();
        String removal = "/penduduk/" + kept.id + "/hapus";
        String seen = clerk.get(removal).asString();

        Response answer = clerk.post(removal, "version", Clerk.valueOf(seen, "version"), "reason", "salah catat");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("gabungan dua catatan");
    }

    @Test
    void aChildThatWasBornTwiceIsMergedOnlyWhenOneBirthIsUndone() {
        Mutation first = arrival("Bayi Dobel Satu");
        Mutation second = arrival("Bayi Dobel Dua");
        kept = stored(first.residentId);
        lost = stored(second.residentId);

        assertThat(merge().statusCode()).isEqualTo(409);
        assertThat(stored(lost).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void whatTheLostRecordBroughtIsUndoneOnTheKeptOne() {
        Mutation missing = mutations
                .leave(
                        MutationDraft.of(MutationKind.MISSING, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2)),
                        Set.of(lost.id),
                        null,
                        Residents.anOfficer())
                .get(0);
        merge("ambil-baseStatus", "lain");
        Mutation now = QuarkusTransaction.requiringNew().call(() -> Mutation.findById(missing.id));

        undoing.undo(now.id, now.version, "salah catat", Residents.anOfficer());

        assertThat(stored(kept).baseStatus).isEqualTo(BaseStatus.ALIVE);
        assertThat(stored(lost).baseStatus).isEqualTo(BaseStatus.INVALID);
    }

    @Test
    void whoseArrivalIsKeptInAMergeCannotBeTakenOut() {
        Mutation came = arrival("Datang Dobel");
        kept = stored(came.residentId);
        merge();
        Mutation now = QuarkusTransaction.requiringNew().call(() -> Mutation.findById(came.id));

        assertThatThrownBy(() -> undoing.undo(now.id, now.version, "salah catat", Residents.anOfficer()))
                .hasMessageContaining("mutation-entry-merged");
    }

    @Test
    void aLostRecordStaysInvalidAndIsNotTakenOut() {
        merge();
        Resident now = stored(lost);
        ResidentDraft alive = new ResidentDraft().set(ResidentField.BASE_STATUS, BaseStatus.ALIVE);

        assertThatThrownBy(() -> residents.change(now.id, now.version, alive, Residents.anOfficer()))
                .hasMessageContaining("resident-merged");
        assertThatThrownBy(() -> residents.remove(now.id, now.version, "salah", Residents.anOfficer()))
                .hasMessageContaining("resident-was-merged");
    }

    @Test
    void withoutTheOtherRecordThereIsNothingToMerge() {
        assertThat(clerk.post("/penduduk/" + kept.id + "/gabung", "alasan", "dobel")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void bothWhoAreShownHaveATrace() {
        clerk.get(page());

        assertThat(traces(kept.id)).isEqualTo(1);
        assertThat(traces(lost.id)).isEqualTo(1);
    }

    private long traces(UUID id) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from audit_entry where action = 'records-compared' and subject = :subject")
                        .setParameter("subject", "resident/" + id)
                        .getSingleResult())
                .longValue();
    }

    private Mutation arrival(String name) {
        return mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2)),
                Residents.named(name),
                Residents.anOfficer());
    }

    @Test
    void withoutAReasonNothingIsMerged() {
        String seen = clerk.get(page()).asString();

        Response answer = clerk.post(
                page(),
                "version",
                Clerk.valueOf(seen, "version"),
                "version-lain",
                Clerk.valueOf(seen, "version-lain"),
                "alasan",
                " ");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(stored(lost).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void whatChangedMeanwhileIsNotMerged() {
        Response answer = clerk.post(page(), "version", "77", "version-lain", "0", "alasan", "tercatat dua kali");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(stored(lost).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    private Response merge(String... chosen) {
        String seen = clerk.get(page()).asString();
        String[] form = new String[chosen.length + 6];
        form[0] = "version";
        form[1] = Clerk.valueOf(seen, "version");
        form[2] = "version-lain";
        form[3] = Clerk.valueOf(seen, "version-lain");
        form[4] = "alasan";
        form[5] = "tercatat dua kali";
        System.arraycopy(chosen, 0, form, 6, chosen.length);
        return clerk.post(page(), form);
    }

    private String page() {
        return "/penduduk/" + kept.id + "/gabung?dengan=" + lost.id;
    }

    private static Resident stored(Resident resident) {
        return stored(resident.id);
    }

    private static Resident stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(id));
    }
}
