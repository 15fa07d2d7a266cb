package id.smartkampung.village.request;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceClockTest {

    private static final LetterKind DOMICILE = new LetterKind("DOM");

    @Inject
    RequestService requests;

    @Inject
    ResidentService residents;

    @Test
    void marksWhatHasWaitedTooLongInTheListAndOnItsPage() {
        Request fresh = aRequest("Baru Masuk");
        Request old = aRequest("Lama Menunggu");
        askedAt(old, "2026-01-05T03:00:00Z");
        Clerk operator = Clerk.as(Roles.OPERATOR);

        String page = operator.get("/permohonan/" + old.id).asString();

        assertThat(page).contains("Waktu layanan", "Terlambat", "menit kerja, termasuk menunggu warga");
        assertThat(operator.get("/permohonan?keadaan=SUBMITTED&urut=newest").asString())
                .contains("Terlambat");
        assertThat(operator.get("/permohonan/" + fresh.id).asString())
                .contains("Waktu layanan", "Siap paling lambat")
                .doesNotContain("Terlambat");
    }

    private static void askedAt(Request request, String at) {
        QuarkusTransaction.requiringNew()
                .run(() -> RequestStep.update("at = ?1 where request.id = ?2", Instant.parse(at), request.id));
    }

    private Request aRequest(String name) {
        Resident applicant = residents.register(Residents.named(name), Residents.anOfficer());
        return requests.submit(
                new RequestDraft(applicant.id, DOMICILE, Channel.COUNTER, false, "bank", null, null),
                Residents.anOfficer());
    }
}
