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
import id.smartkampung.village.register.BulkRegister;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.time.Wib;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may follow what: days, states, heads of families, and edits beside mutations. */
@QuarkusTest
class MutationRulesTest extends MutatedFamily {

    @Inject
    BulkRegister bulk;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void anUndoingWaitsForWhatHappenedLaterToTheOthersItChanged() {
        Mutation first = leave(MutationKind.DEATH, wife.id, head);
        Mutation second = leave(MutationKind.DEATH, child.id, wife);

        assertRefused("mutation-has-later", () -> undoing.undo(first.id, first.version, "salah", OFFICER));

        undoing.undo(second.id, second.version, "salah", OFFICER);
        undoing.undo(first.id, first.version, "salah", OFFICER);
        assertThat(stored(head.id).relationship).isEqualTo(Relationship.HEAD);
        assertThat(stored(child.id).relationship).isEqualTo(Relationship.CHILD);
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
        Mutation departure = leave(MutationKind.DEPARTURE, null, child);

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
        leave(MutationKind.AWAY, null, child);
        Mutation moved = leave(MutationKind.DEPARTURE, null, child);

        assertThat(moved.counted).isFalse();
        assertThat(stored(child.id).baseStatus).isEqualTo(BaseStatus.MOVED);
        assertThat(mutations.returned(MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), child.id, OFFICER).counted)
                .isTrue();
    }

    @Test
    void theWifeOfAMissingHeadIsWidowedWhenHeIsFoundDead() {
        leave(MutationKind.MISSING, wife.id, head);
        leave(MutationKind.DEATH, null, head);

        assertThat(stored(wife.id).maritalStatus).isEqualTo(MaritalStatus.WIDOWED);
    }

    @Test
    void ofAFamilyThatWentTheHeadComesBackFirst() {
        List<Mutation> gone = mutations.leave(
                MutationDraft.of(MutationKind.DEPARTURE, DAY, REPORT),
                new LinkedHashSet<>(List.of(head.id, wife.id, child.id)),
                null,
                OFFICER);

        assertRefused("family-heads", () -> undoing.undo(gone.get(1).id, gone.get(1).version, "salah", OFFICER));

        undoing.undo(gone.get(0).id, gone.get(0).version, "salah", OFFICER);
        undoing.undo(gone.get(1).id, gone.get(1).version, "salah", OFFICER);
        assertThat(stored(wife.id).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void whoComesBackAloneIsTheHeadAndNobodyIsBornWhereNobodyLives() {
        mutations.leave(
                MutationDraft.of(MutationKind.DEPARTURE, DAY, REPORT),
                new LinkedHashSet<>(List.of(head.id, wife.id, child.id)),
                null,
                OFFICER);
        ResidentDraft baby = new ResidentDraft()
                .set(ResidentField.FULL_NAME, "Bayi Aturan")
                .set(ResidentField.RELATIONSHIP, Relationship.CHILD);

        assertRefused(
                "family-heads",
                () -> mutations.born(
                        MutationDraft.of(MutationKind.BIRTH, DAY, REPORT), baby, head.familyId, null, OFFICER));
        mutations.returned(MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), child.id, OFFICER);

        assertThat(stored(child.id).relationship).isEqualTo(Relationship.HEAD);
    }

    @Test
    void theHeadWhoCameByAMutationIsNotTakenOutFromAboveTheOthers() {
        NoKk other = Residents.aCard();
        Mutation came = mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT),
                Residents.named("Kepala Aturan").onFamilyCard(other, null),
                OFFICER);
        residents.register(
                Residents.named("Anak Aturan")
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD)
                        .onFamilyCard(other, null),
                OFFICER);

        assertRefused("family-heads", () -> undoing.undo(came.id, came.version, "salah", OFFICER));
    }

    @Test
    void anEditSaysNothingElseOfWhoLivesHereThanTheMutations() {
        leave(MutationKind.DEPARTURE, null, child);
        Mutation came = mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, DAY, REPORT), Residents.named("Pendatang Aturan"), OFFICER);

        assertRefused("resident-status-by-mutation", () -> edit(child.id, ResidentField.BASE_STATUS, BaseStatus.ALIVE));
        assertRefused(
                "resident-status-by-mutation",
                () -> edit(came.residentId, ResidentField.RESIDENCY, Residency.TEMPORARY));

        edit(child.id, ResidentField.BASE_STATUS, BaseStatus.AWAY);
        edit(wife.id, ResidentField.BASE_STATUS, BaseStatus.MOVED);
        assertThat(stored(wife.id).baseStatus).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void aListFromElsewhereDoesNotSayWhoLivesHere() {
        leave(MutationKind.DEPARTURE, null, child);

        bulk.apply(
                List.of(new ResidentDraft()
                        .set(ResidentField.NIK, child.nik)
                        .set(ResidentField.FULL_NAME, "Paimin Contoh Baru")
                        .set(ResidentField.BASE_STATUS, BaseStatus.ALIVE)),
                OFFICER);

        assertThat(stored(child.id).fullName).isEqualTo("Paimin Contoh Baru");
        assertThat(stored(child.id).baseStatus).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void aReportToThePoliceStaysInTheVillage() {
        MutationDraft draft = new MutationDraft(
                MutationKind.MISSING, DAY, REPORT, null, null, "Denpasar", null, null, "LP/12/2026", null, null);

        Mutation missing =
                mutations.leave(draft, Set.of(child.id), null, OFFICER).get(0);

        assertThat(missing.document).isEqualTo("LP/12/2026");
        assertThat(missing.toEvent().document()).isNull();
    }

    /** The database divides what is told from what stays by a list of its own. */
    @ParameterizedTest
    @EnumSource
    void theDatabaseKeepsApartWhatTheDistrictLearns(MutationKind kind) {
        Mutation any = leave(MutationKind.MISSING, null, child);
        QuarkusTransaction.begin();
        try {
            Object told = entities.createNativeQuery(
                            "update mutation set kind = :kind, paper = '1' where id = :id" + " returning document")
                    .setParameter("kind", kind.name())
                    .setParameter("id", any.id)
                    .getSingleResult();
            assertThat(told).isEqualTo(kind.tellsDocument() ? "1" : null);
        } finally {
            QuarkusTransaction.rollback();
        }
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

    private static void assertRefused(String code, Runnable doing) {
        assertThatThrownBy(doing::run).hasMessageContaining(code);
    }
}
