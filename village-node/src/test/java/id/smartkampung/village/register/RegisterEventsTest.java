package id.smartkampung.village.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.history.Author;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterEventsTest {

    private static final Author OFFICER = Residents.anOfficer();

    @Inject
    ResidentService residents;

    @Inject
    EntityManager entities;

    @Test
    void leavesOneEventForAPersonAndAnotherForTheNewFamily() {
        Resident entered =
                residents.register(Residents.aResident().onFamilyCard(Residents.aCard(), "Jalan Melati 1"), OFFICER);

        assertThat(eventsOf("resident", entered.id)).isEqualTo(1);
        assertThat(eventsOf("family", entered.familyId)).isEqualTo(1);
    }

    @Test
    void leavesNoEventWhereNothingChanged() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        residents.change(
                entered.id, entered.version, new ResidentDraft().set(ResidentField.FULL_NAME, "Siti Rukmini"), OFFICER);

        assertThat(eventsOf("resident", entered.id)).isEqualTo(1);
    }

    @Test
    void tellsOfARemoval() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        residents.remove(entered.id, entered.version, "tercatat dua kali", OFFICER);

        assertThat(eventsOf("resident", entered.id)).isEqualTo(2);
    }

    @Test
    void refusesAChangeThatLeavesNoEvent() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update resident set note = 'diam-diam' where id = :id")
                                .setParameter("id", entered.id)
                                .executeUpdate()))
                .isInstanceOf(RuntimeException.class);
    }

    private long eventsOf(String table, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from outbox where subject_table = :table and subject_id = :id")
                                .setParameter("table", table)
                                .setParameter("id", id)
                                .getSingleResult())
                        .longValue());
    }
}
