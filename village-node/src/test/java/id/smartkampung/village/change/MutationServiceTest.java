package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MutationServiceTest extends MutatedFamily {

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
}
