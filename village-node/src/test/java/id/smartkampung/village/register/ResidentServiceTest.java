package id.smartkampung.village.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.history.FieldChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentServiceTest {

    private static final Author OFFICER = Residents.anOfficer();

    @Inject
    ResidentService residents;

    @Inject
    FamilyService families;

    @Test
    void entersAPersonWhoCountsFromThenOn() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        Resident stored = stored(entered.id);
        assertThat(stored.fullName).isEqualTo("Siti Rukmini");
        assertThat(stored.baseStatus).isEqualTo(BaseStatus.ALIVE);
        assertThat(stored.nameKey).isEqualTo("siti rukmini");
    }

    @Test
    void putsPeopleOfOneCardIntoOneFamily() {
        NoKk card = Residents.aCard();

        Resident one = residents.register(Residents.aResident().onFamilyCard(card, null), OFFICER);
        Resident other = residents.register(Residents.aResident().onFamilyCard(card, null), OFFICER);

        assertThat(other.familyId).isNotNull().isEqualTo(one.familyId);
    }

    @Test
    void acceptsPeopleWithoutNik() {
        Resident one = residents.register(Residents.aResident().set(ResidentField.NIK, null), OFFICER);
        Resident other = residents.register(Residents.aResident().set(ResidentField.NIK, null), OFFICER);

        assertThat(stored(one.id).nik).isNull();
        assertThat(stored(other.id).nik).isNull();
    }

    @Test
    void refusesANikThatSomebodyHas() {
        Nik nik = Residents.aNik();
        residents.register(Residents.aResident().set(ResidentField.NIK, nik), OFFICER);

        assertThatThrownBy(() -> residents.register(Residents.aResident().set(ResidentField.NIK, nik), OFFICER))
                .isInstanceOf(NikTakenException.class);
    }

    @Test
    void givesANikToOneOfTwoOfficersWhoEnterItAtTheSameMoment() throws Exception {
        Nik nik = Residents.aNik();
        Callable<Boolean> enter = () -> {
            try {
                residents.register(Residents.aResident().set(ResidentField.NIK, nik), OFFICER);
                return true;
            } catch (NikTakenException e) {
                return false;
            }
        };
        ExecutorService officers = Executors.newFixedThreadPool(4);
        try {
            int entered = 0;
            for (Future<Boolean> answer : officers.invokeAll(List.of(enter, enter, enter, enter))) {
                entered += answer.get() ? 1 : 0;
            }

            assertThat(entered).isOne();
        } finally {
            officers.shutdown();
        }
    }

    @Test
    void writesDownEachChangedFieldWithItsFormerValue() {
        Resident entered =
                residents.register(Residents.aResident().set(ResidentField.RELIGION, Religion.ISLAM), OFFICER);

        residents.change(
                entered.id,
                entered.version,
                new ResidentDraft()
                        .set(ResidentField.RELIGION, Religion.HINDU)
                        .set(ResidentField.FULL_NAME, "Siti Rukmini"),
                OFFICER);

        List<FieldChange> changes = QuarkusTransaction.requiringNew()
                .call(() -> FieldChange.listBySubject(Subject.RESIDENT, entered.id, 9));
        assertThat(changes).extracting(change -> change.field).containsExactly("religion", FieldChange.ENTERED);
        assertThat(changes.get(0).oldValue).isEqualTo("1");
        assertThat(changes.get(0).newValue).isEqualTo("4");
        assertThat(changes.get(0).username).isEqualTo("operator");
    }

    @Test
    void changesNothingWhenNothingDiffers() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        residents.change(
                entered.id, entered.version, Residents.aResident().set(ResidentField.NIK, entered.nik), OFFICER);

        assertThat(stored(entered.id).version).isEqualTo(entered.version);
    }

    @Test
    void refusesTheSecondOfTwoOfficersWhoChangeTheSamePerson() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);
        residents.change(
                entered.id, entered.version, new ResidentDraft().set(ResidentField.PHONE, "081200005547"), OFFICER);

        assertThatThrownBy(() -> residents.change(
                        entered.id,
                        entered.version,
                        new ResidentDraft().set(ResidentField.PHONE, "081200009999"),
                        OFFICER))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(stored(entered.id).phone).isEqualTo("081200005547");
    }

    @Test
    void takesAPersonOutWithAnEventAndTheReasonInTheHistory() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        residents.remove(entered.id, entered.version, "tercatat dua kali", OFFICER);

        assertThat(stored(entered.id)).isNull();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> FieldChange.listBySubject(Subject.RESIDENT, entered.id, 1))
                        .get(0)
                        .newValue)
                .isEqualTo("tercatat dua kali");
    }

    @Test
    void refusesToTakeOutAFamilyThatHasMembers() {
        NoKk card = Residents.aCard();
        Resident member = residents.register(Residents.aResident().onFamilyCard(card, null), OFFICER);

        assertThatThrownBy(() -> families.remove(member.familyId, 0, "salah", OFFICER))
                .hasMessageContaining("family-has-members");
    }

    private Resident stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(id));
    }
}
