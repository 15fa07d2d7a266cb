package id.smartkampung.village.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.BulkRegister.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkRegisterTest {

    private static final Author IMPORT = new Author(null, "operator", Author.IMPORT);

    @Inject
    BulkRegister bulk;

    @Test
    void entersWhatIsNewAndChangesNothingTheSecondTime() {
        NoKk card = Residents.aCard();
        Nik nik = Residents.aNik();
        List<ResidentDraft> family = List.of(
                Residents.aResident().set(ResidentField.NIK, nik).onFamilyCard(card, "Jalan Melati 1"),
                Residents.named("Anak Tanpa Nik")
                        .set(ResidentField.NIK, null)
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD)
                        .onFamilyCard(card, "Jalan Lain 2"));

        List<BulkRegister.Planned> first = bulk.apply(family, IMPORT);
        List<BulkRegister.Planned> second = bulk.apply(family, IMPORT);

        assertThat(first).extracting(BulkRegister.Planned::outcome).containsExactly(Outcome.NEW, Outcome.NEW);
        assertThat(second)
                .extracting(BulkRegister.Planned::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
    }

    @Test
    void recognisesAPersonWhoHasGotANik() {
        NoKk card = Residents.aCard();
        bulk.apply(List.of(Residents.aResident().set(ResidentField.NIK, null).onFamilyCard(card, null)), IMPORT);

        List<BulkRegister.Planned> again =
                bulk.apply(List.of(Residents.aResident().onFamilyCard(card, null)), IMPORT);

        assertThat(again.get(0).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(again.get(0).changes()).containsExactly(ResidentField.NIK);
    }

    @Test
    void takesTheNikFromNobody() {
        NoKk card = Residents.aCard();
        List<BulkRegister.Planned> first =
                bulk.apply(List.of(Residents.aResident().onFamilyCard(card, null)), IMPORT);

        bulk.apply(List.of(Residents.aResident().set(ResidentField.NIK, null).onFamilyCard(card, null)), IMPORT);

        assertThat(stored(first.get(0)).nik).isNotNull();
    }

    @Test
    void movesAPersonToTheCardOfTheFile() {
        Nik nik = Residents.aNik();
        NoKk card = Residents.aCard();
        bulk.apply(
                List.of(Residents.aResident().set(ResidentField.NIK, nik).onFamilyCard(Residents.aCard(), null)),
                IMPORT);

        List<BulkRegister.Planned> moved = bulk.apply(
                List.of(Residents.aResident().set(ResidentField.NIK, nik).onFamilyCard(card, null)), IMPORT);

        assertThat(moved.get(0).changes()).containsExactly(ResidentField.FAMILY);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Family.findByNoKk(card).orElseThrow().id))
                .isEqualTo(stored(moved.get(0)).familyId);
    }

    @Test
    void saysBeforehandWhatItWouldDoWithoutDoingIt() {
        Nik nik = Residents.aNik();

        List<BulkRegister.Planned> planned =
                bulk.plan(List.of(Residents.aResident().set(ResidentField.NIK, nik)));

        assertThat(planned.get(0).outcome()).isEqualTo(Outcome.NEW);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Resident.findByNik(nik)))
                .isEmpty();
    }

    private static Resident stored(BulkRegister.Planned planned) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(planned.residentId()));
    }
}
