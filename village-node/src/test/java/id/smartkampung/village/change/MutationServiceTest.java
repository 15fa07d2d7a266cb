package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MutationServiceTest {

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
    EntityManager entities;

    private NoKk card;
    private Resident head;
    private Resident wife;
    private Resident child;

    @BeforeEach
    void aFamily() {
        card = Residents.aCard();
        head = member("Paijo Contoh", Sex.MALE, Relationship.HEAD, MaritalStatus.MARRIED);
        wife = member("Painem Contoh", Sex.FEMALE, Relationship.WIFE, MaritalStatus.MARRIED);
        child = member("Paimin Contoh", Sex.MALE, Relationship.CHILD, MaritalStatus.SINGLE);
    }

    @Test
    void theDeadNoLongerCountAndTheirSpouseIsWidowed() {
        Mutation death = die(wife, null);

        assertThat(stored(wife).baseStatus).isEqualTo(BaseStatus.DEAD);
        assertThat(stored(head).maritalStatus).isEqualTo(MaritalStatus.WIDOWED);
        assertThat(death.counted).isTrue();
        assertThat(death.sex).isEqualTo(Sex.FEMALE);
        assertThat(death.familyId).isEqualTo(wife.familyId);
    }

    @Test
    void aFamilyIsNotLeftWithoutAHead() {
        assertThatThrownBy(() -> die(head, null)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> die(head, head.id)).isInstanceOf(RefusedException.class);
        assertThat(stored(head).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void whoIsChosenBecomesHead() {
        die(head, wife.id);

        assertThat(stored(wife).relationship).isEqualTo(Relationship.HEAD);
        assertThat(stored(wife).maritalStatus).isEqualTo(MaritalStatus.WIDOWED);
    }

    @Test
    void aFamilyThatMovesTogetherNeedsNoNewHeadAndIsOneGroup() {
        List<Mutation> moved = mutations.leave(
                draft(MutationKind.DEPARTURE), new LinkedHashSet<>(List.of(head.id, wife.id, child.id)), null, OFFICER);

        assertThat(moved).hasSize(3).extracting(mutation -> mutation.groupId).containsOnly(moved.get(0).groupId);
        assertThat(moved.get(0).groupId).isNotNull();
        assertThat(stored(child).baseStatus).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void undoPutsEverythingBackAndTheMutationStaysVisible() {
        Mutation death = die(head, wife.id);

        undoing.undo(death.id, death.version, "salah orang", OFFICER);

        assertThat(stored(head).baseStatus).isEqualTo(BaseStatus.ALIVE);
        assertThat(stored(head).relationship).isEqualTo(Relationship.HEAD);
        assertThat(stored(wife).relationship).isEqualTo(Relationship.WIFE);
        assertThat(stored(wife).maritalStatus).isEqualTo(MaritalStatus.MARRIED);
        Mutation undone = stored(death);
        assertThat(undone.isUndone()).isTrue();
        assertThat(undone.undoReason).isEqualTo("salah orang");
        assertThat(undone.undoneBy).isEqualTo("operator");
    }

    @Test
    void whatIsUndoneIsNotUndoneAgain() {
        Mutation death = die(child, null);
        Mutation undone = undoing.undo(death.id, death.version, "salah orang", OFFICER);

        assertThatThrownBy(() -> undoing.undo(death.id, stored(undone).version, "lagi", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("mutation-undone"));
    }

    @Test
    void anUndoNeedsAReasonAndTheVersionThatWasSeen() {
        Mutation death = die(child, null);

        assertThatThrownBy(() -> undoing.undo(death.id, death.version, " ", OFFICER))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> undoing.undo(death.id, death.version + 1, "salah", OFFICER))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void onlyTheLastMutationOfAPersonIsUndone() {
        Mutation missing = one(mutations.leave(draft(MutationKind.MISSING), Set.of(child.id), null, OFFICER));
        Mutation found = mutations.returned(draft(MutationKind.RETURN), child.id, OFFICER);

        assertThatThrownBy(() -> undoing.undo(missing.id, missing.version, "salah", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("mutation-has-later"));

        undoing.undo(found.id, found.version, "salah", OFFICER);
        undoing.undo(missing.id, missing.version, "salah", OFFICER);
        assertThat(stored(child).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void nothingIsUndoneThatSomebodyChangedSince() {
        Mutation death = die(head, wife.id);
        Resident now = stored(wife);
        residents.change(
                now.id,
                now.version,
                new ResidentDraft().set(ResidentField.MARITAL_STATUS, MaritalStatus.MARRIED),
                OFFICER);

        assertThatThrownBy(() -> undoing.undo(death.id, death.version, "salah", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("mutation-changed-since"));
        assertThat(stored(head).baseStatus).isEqualTo(BaseStatus.DEAD);
    }

    @Test
    void aNewBornIsInTheRegisterAndInTheFamily() {
        Mutation birth = birth("Bayi Contoh");

        Resident born = Resident.class.cast(read(() -> Resident.findById(birth.residentId)));
        assertThat(born.familyId).isEqualTo(head.familyId);
        assertThat(born.baseStatus).isEqualTo(BaseStatus.ALIVE);
        assertThat(birth.familyId).isEqualTo(head.familyId);
        assertThat(birth.counted).isTrue();
        assertThat(birth.motherId).isEqualTo(wife.id);
        assertThat(birth.deadline().until()).isEqualTo(DAY.plusDays(60));
        assertThat(birth.deadline().isMissed()).isFalse();
    }

    @Test
    void aFamilyHasNoSecondHeadByABirthNorByAnUndoing() {
        ResidentDraft newborn = new ResidentDraft()
                .set(ResidentField.FULL_NAME, "Bayi Kepala")
                .set(ResidentField.RELATIONSHIP, Relationship.HEAD);
        assertThatThrownBy(() -> mutations.born(draft(MutationKind.BIRTH), newborn, head.familyId, null, OFFICER))
                .hasMessageContaining("family-has-head");

        Mutation gone = mutations
                .leave(
                        draft(MutationKind.DEPARTURE),
                        new LinkedHashSet<>(List.of(head.id, wife.id, child.id)),
                        null,
                        OFFICER)
                .get(0);
        member("Kepala Baru", Sex.MALE, Relationship.HEAD, MaritalStatus.SINGLE);

        assertThatThrownBy(() -> undoing.undo(gone.id, gone.version, "salah orang", OFFICER))
                .hasMessageContaining("family-heads");
    }

    @Test
    void nobodyArrivesOrReturnsBeforeBirth() {
        ResidentDraft newcomer = Residents.named("Belum Lahir").set(ResidentField.BORN_ON, DAY.plusDays(1));

        assertThatThrownBy(() -> mutations.arrived(draft(MutationKind.ARRIVAL), newcomer, OFFICER))
                .hasMessageContaining("mutation-before-birth");
    }

    @Test
    void theMissingWhoAreFoundDeadAreTakenAwayOnce() {
        mutations.leave(draft(MutationKind.MISSING), Set.of(child.id), null, OFFICER);

        assertThat(die(child, null).counted).isFalse();
    }

    @Test
    void theDeadDoNotMove() {
        die(child, null);

        assertThatThrownBy(() -> mutations.leave(draft(MutationKind.DEPARTURE), Set.of(child.id), null, OFFICER))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> mutations.returned(draft(MutationKind.RETURN), child.id, OFFICER))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void nothingHappensBeforeBirthAfterItsReportOrTomorrow() {
        LocalDate longAgo = LocalDate.of(1900, 1, 1);
        for (MutationDraft wrong : List.of(
                MutationDraft.of(MutationKind.DEATH, longAgo, REPORT),
                MutationDraft.of(MutationKind.DEATH, REPORT, DAY),
                MutationDraft.of(MutationKind.DEATH, DAY, LocalDate.of(2999, 1, 1)))) {
            assertThatThrownBy(() -> mutations.leave(wrong, Set.of(child.id), null, OFFICER))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void aMutationAndItsUndoingEachLeaveAnEvent() {
        Mutation death = die(child, null);
        undoing.undo(death.id, death.version, "salah", OFFICER);

        assertThat(eventsOf("mutation", death.id)).isEqualTo(2);
        assertThat(eventsOf("resident", child.id)).isEqualTo(3);
    }

    @Test
    void whoHasMutationsIsNotTakenOutOfTheRegister() {
        die(child, null);
        Resident now = stored(child);

        assertThatThrownBy(() -> residents.remove(now.id, now.version, "salah", OFFICER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("resident-has-mutations"));
    }

    private Mutation birth(String name) {
        return mutations.born(
                draft(MutationKind.BIRTH),
                new ResidentDraft()
                        .set(ResidentField.FULL_NAME, name)
                        .set(ResidentField.SEX, Sex.FEMALE)
                        .set(ResidentField.BORN_ON, DAY)
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD),
                head.familyId,
                wife.id,
                OFFICER);
    }

    private Mutation die(Resident resident, UUID successor) {
        return one(mutations.leave(draft(MutationKind.DEATH), Set.of(resident.id), successor, OFFICER));
    }

    private static MutationDraft draft(MutationKind kind) {
        return MutationDraft.of(kind, DAY, REPORT);
    }

    private static Mutation one(List<Mutation> mutations) {
        assertThat(mutations).hasSize(1);
        return mutations.get(0);
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

    private Resident stored(Resident resident) {
        return Resident.class.cast(read(() -> Resident.findById(resident.id)));
    }

    private Mutation stored(Mutation mutation) {
        return Mutation.class.cast(read(() -> Mutation.findById(mutation.id)));
    }

    private static Object read(java.util.concurrent.Callable<Object> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }

    private long eventsOf(String table, UUID id) {
        return ((Number) read(() -> entities.createNativeQuery(
                                "select count(*) from outbox where subject_table = :table and subject_id = :id")
                        .setParameter("table", table)
                        .setParameter("id", id)
                        .getSingleResult()))
                .longValue();
    }
}
