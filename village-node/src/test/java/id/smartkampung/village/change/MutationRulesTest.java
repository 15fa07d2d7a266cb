package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.BulkRegister;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.time.Wib;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may follow what: days, states, heads of families, and edits beside mutations. */
@QuarkusTest
class MutationRulesTest {

    private static final Author OFFICER = Residents.anOfficer();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);
    private static final LocalDate REPORT = LocalDate.of(2026, 1, 25);

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    @Inject
    ResidentService residents;

    @Inject
    BulkRegister bulk;

    @Inject
    Clock clock;

    private NoKk card;
    private Resident father;
    private Resident mother;
    private Resident son;

    @BeforeEach
    void aFamily() {
        card = Residents.aCard();
        father = member("Paijo Aturan", Sex.MALE, Relationship.HEAD, MaritalStatus.MARRIED);
        mother = member("Painem Aturan", Sex.FEMALE, Relationship.WIFE, MaritalStatus.MARRIED);
        son = member("Paimin Aturan", Sex.MALE, Relationship.CHILD, MaritalStatus.SINGLE);
    }

    @Test
    void anUndoingWaitsForWhatHappenedLaterToTheOthersItChanged() {
        Mutation first = leave(MutationKind.DEATH, mother.id, father);
        Mutation second = leave(MutationKind.DEATH, son.id, mother);

        assertRefused("mutation-has-later", () -> undoing.undo(first.id, first.version, "salah", OFFICER));

        undoing.undo(second.id, second.version, "salah", OFFICER);
        undoing.undo(first.id, first.version, "salah", OFFICER);
        assertThat(stored(father.id).relationship).isEqualTo(Relationship.HEAD);
        assertThat(stored(son.id).relationship).isEqualTo(Relationship.CHILD);
    }

    @Test
    void nothingHappensBeforeWhatHappenedLast() {
        Mutation arrival = mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), Residents.named("Pendatang Aturan"), OFFICER);

        assertRefused(
                "mutation-before-last",
                () -> mutations.leave(
                        MutationDraft.of(MutationKind.DEPARTURE, DAY.minusDays(1), REPORT),
                        Set.of(arrival.residentId),
                        null,
                        OFFICER));
    }

    @Test
    void whatIsTypedLongAfterItsMonthIsBookedToday() {
        Mutation departure = leave(MutationKind.DEPARTURE, null, son);

        assertThat(departure.reportedOn).isEqualTo(REPORT);
        assertThat(departure.bookedOn).isEqualTo(Wib.dateOf(clock.instant()));
    }

    @Test
    void whoLivedHereForAWhileArrivesByStayingForGood() {
        Mutation came = guest();
        Mutation settled =
                mutations.returned(MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), came.residentId, OFFICER);

        assertThat(settled.counted).isTrue();
        assertThat(settled.residency).isEqualTo(Residency.PERMANENT);
        assertThat(stored(came.residentId).residency).isEqualTo(Residency.PERMANENT);

        undoing.undo(settled.id, settled.version, "salah", OFFICER);
        assertThat(stored(came.residentId).residency).isEqualTo(Residency.TEMPORARY);
    }

    @Test
    void whoIsAwayOrMissingCanHaveMovedAndIsTakenAwayOnce() {
        leave(MutationKind.AWAY, null, son);
        Mutation moved = leave(MutationKind.DEPARTURE, null, son);

        assertThat(moved.counted).isFalse();
        assertThat(stored(son.id).baseStatus).isEqualTo(BaseStatus.MOVED);
        assertThat(mutations.returned(MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), son.id, OFFICER).counted)
                .isTrue();
    }

    @Test
    void theWifeOfAMissingHeadIsWidowedWhenHeIsFoundDead() {
        leave(MutationKind.MISSING, mother.id, father);
        leave(MutationKind.DEATH, null, father);

        assertThat(stored(mother.id).maritalStatus).isEqualTo(MaritalStatus.WIDOWED);
    }

    @Test
    void ofAFamilyThatWentTheHeadComesBackFirst() {
        List<Mutation> gone = mutations.leave(
                MutationDraft.of(MutationKind.DEPARTURE, DAY, REPORT),
                new LinkedHashSet<>(List.of(father.id, mother.id, son.id)),
                null,
                OFFICER);

        assertRefused("family-heads", () -> undoing.undo(gone.get(1).id, gone.get(1).version, "salah", OFFICER));

        undoing.undo(gone.get(0).id, gone.get(0).version, "salah", OFFICER);
        undoing.undo(gone.get(1).id, gone.get(1).version, "salah", OFFICER);
        assertThat(stored(mother.id).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void whoComesBackAloneIsTheHeadAndNobodyIsBornWhereNobodyLives() {
        mutations.leave(
                MutationDraft.of(MutationKind.DEPARTURE, DAY, REPORT),
                new LinkedHashSet<>(List.of(father.id, mother.id, son.id)),
                null,
                OFFICER);
        ResidentDraft child = new ResidentDraft()
                .set(ResidentField.FULL_NAME, "Bayi Aturan")
                .set(ResidentField.RELATIONSHIP, Relationship.CHILD);

        assertRefused(
                "family-heads",
                () -> mutations.born(
                        MutationDraft.of(MutationKind.BIRTH, DAY, REPORT), child, father.familyId, null, OFFICER));
        mutations.returned(MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), son.id, OFFICER);

        assertThat(stored(son.id).relationship).isEqualTo(Relationship.HEAD);
    }

    @Test
    void theHeadWhoCameByAMutationIsNotTakenOutFromAboveTheOthers() {
        NoKk other = Residents.aCard();
        Mutation head = mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT),
                Residents.named("Kepala Aturan").onFamilyCard(other, null),
                OFFICER);
        residents.register(
                Residents.named("Anak Aturan")
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD)
                        .onFamilyCard(other, null),
                OFFICER);

        assertRefused("family-heads", () -> undoing.undo(head.id, head.version, "salah", OFFICER));
    }

    @Test
    void anEditSaysNothingElseOfWhoLivesHereThanTheMutations() {
        leave(MutationKind.DEPARTURE, null, son);
        Mutation came = mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), Residents.named("Pendatang Aturan"), OFFICER);

        assertRefused("resident-status-by-mutation", () -> edit(son.id, ResidentField.BASE_STATUS, BaseStatus.ALIVE));
        assertRefused(
                "resident-status-by-mutation",
                () -> edit(came.residentId, ResidentField.RESIDENCY, Residency.TEMPORARY));

        edit(son.id, ResidentField.BASE_STATUS, BaseStatus.AWAY);
        edit(mother.id, ResidentField.BASE_STATUS, BaseStatus.MOVED);
        assertThat(stored(mother.id).baseStatus).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void aListFromElsewhereDoesNotSayWhoLivesHere() {
        leave(MutationKind.DEPARTURE, null, son);

        bulk.apply(
                List.of(new ResidentDraft()
                        .set(ResidentField.NIK, son.nik)
                        .set(ResidentField.FULL_NAME, "Paimin Aturan Baru")
                        .set(ResidentField.BASE_STATUS, BaseStatus.ALIVE)),
                OFFICER);

        assertThat(stored(son.id).fullName).isEqualTo("Paimin Aturan Baru");
        assertThat(stored(son.id).baseStatus).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void aReportToThePoliceStaysInTheVillage() {
        MutationDraft draft = new MutationDraft(
                MutationKind.MISSING, DAY, REPORT, null, null, "Denpasar", null, null, "LP/12/2026", null, null);

        Mutation missing = mutations.leave(draft, Set.of(son.id), null, OFFICER).get(0);

        assertThat(missing.document).isEqualTo("LP/12/2026");
        assertThat(missing.toEvent().document()).isNull();
    }

    private Mutation guest() {
        return mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT),
                Residents.named("Tamu Aturan").set(ResidentField.RESIDENCY, Residency.TEMPORARY),
                OFFICER);
    }

    private Mutation leave(MutationKind kind, UUID successor, Resident who) {
        return mutations
                .leave(MutationDraft.of(kind, DAY, REPORT), Set.of(who.id), successor, OFFICER)
                .get(0);
    }

    private void edit(UUID id, ResidentField field, Object value) {
        residents.change(id, stored(id).version, new ResidentDraft().set(field, value), OFFICER);
    }

    private Resident member(String name, Sex sex, Relationship relationship, MaritalStatus status) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.SEX, sex)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .set(ResidentField.MARITAL_STATUS, status)
                        .onFamilyCard(card, null),
                OFFICER);
    }

    private static Resident stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(id));
    }

    private static void assertRefused(String code, Runnable doing) {
        assertThatThrownBy(doing::run).hasMessageContaining(code);
    }
}
