package id.smartkampung.village.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.DistrictEvent.ErasureAsked;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.proof.CommandService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 68 in the village: what the district asks is done on contact, or refused with the reason. */
@QuarkusTest
class AskedErasureTest {

    @Inject
    ResidentService residents;

    @Inject
    RequestService requests;

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
    void whomTheLawKeepsIsKeptAndTheDistrictHearsWhyAndSeesTheRow() {
        Resident person = residents.register(Residents.aResident(), Residents.anOfficer());
        requests.submit(
                new RequestDraft(person.id, new LetterKind("SKTM"), Channel.COUNTER, false, null, null, null),
                Residents.anOfficer());
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
