package id.smartkampung.village.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.DistrictEvent.ErasureAsked;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.proof.CommandService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 68 in the village: what the district asks is done on contact, or refused with the reason. */
@QuarkusTest
class AskedErasureTest {

    @Inject
    ResidentService residents;

    @Inject
    CommandService commands;

    @Test
    void whomTheDistrictAsksToEraseIsErased() {
        Resident person = residents.register(Residents.aResident(), Residents.anOfficer());

        obey(person);

        assertThat(QuarkusTransaction.requiringNew().call(() -> Resident.<Resident>findByIdOptional(person.id)))
                .isEmpty();
        assertThat(LogRows.of(person.id))
                .extracting(LogRows.Row::type)
                .containsExactly("resident-recorded.v1", "resident-erased.v1");
        assertThat(LogRows.of(person.id).get(0).data()).isNull();
    }

    @Test
    void whomTheLawKeepsIsKeptAndTheDistrictHearsWhyAndSeesTheRow() throws SQLException {
        Resident person = residents.register(Residents.aResident(), Residents.anOfficer());
        LogRows.asOwner(
                "alter table request disable trigger user",
                "insert into request (id, version, number, applicant_id, kind, channel, state, home_delivery,"
                        + " submitted_at, updated_at) values (gen_random_uuid(), 0, 'T" + person.nik.value() + "', '"
                        + person.id + "', 'SKTM', 'COUNTER', 'SUBMITTED', false, now(), now())",
                "alter table request enable trigger user");
        long before = LogRows.head();

        obey(person);

        assertThat(LogRows.after(before))
                .extracting(LogRows.Row::type)
                .containsExactly("erasure-refused.v1", "snapshot-chunk.v1");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Resident.<Resident>findByIdOptional(person.id)))
                .isPresent();
    }

    private void obey(Resident person) {
        QuarkusTransaction.requiringNew()
                .run(() -> commands.obey(new ErasureAsked(UUID.randomUUID(), person.id, ErasureGround.ASKED_FOR)));
    }
}
