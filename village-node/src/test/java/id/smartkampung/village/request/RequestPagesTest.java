package id.smartkampung.village.request;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestPagesTest {

    private static final Pattern NUMBER = Pattern.compile("\\d{2}-\\d{4}");

    @Inject
    ResidentService residents;

    @Inject
    RequestQueries requests;

    @Inject
    RequestService service;

    @Test
    void takesARequestAtTheCounterAndTellsItsNumber() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        Resident applicant = residents.register(Residents.named("Pemohon Domisili"), Residents.anOfficer());
        assertThat(clerk.get("/permohonan/baru?warga=" + applicant.id).asString())
                .contains("Surat Keterangan Domisili");

        Response answer = submit(clerk, applicant);

        assertThat(clerk.follow(answer))
                .contains("Beritahukan nomor ini", "Pemohon Domisili", "Surat Keterangan Domisili", "Mulai periksa");
    }

    @Test
    void leadsARequestFromTheCounterToTheSignatureAndBack() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String request = aRequest(operator);

        step(operator, request, RequestState.IN_REVIEW);
        step(operator, request, RequestState.AWAITING_SIGNATURE);
        assertThat(operator.get(request).asString())
                .contains("Menunggu kepala desa atau sekretaris desa", "Buka suratnya")
                .doesNotContain("Sudah ditandatangani");
        signed(request);
        step(operator, request, RequestState.COMPLETED);

        assertThat(operator.get(request).asString())
                .contains("Selesai", "uji-kades", "uji-operator")
                .doesNotContain("Langkah berikutnya");
    }

    /** What the room of the letters does when the last one is signed. */
    private void signed(String request) {
        UUID id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));
        Author kades = new Author(null, "uji-kades", Author.FORM);
        QuarkusTransaction.requiringNew()
                .run(() -> service.leaveSignature(Request.findById(id), RequestState.READY, null, kades));
    }

    @Test
    void asksForAReasonAndKeepsThePageWhenItIsMissing() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String request = aRequest(operator);

        Response answer = step(operator, request, RequestState.REJECTED);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Tulis alasannya", "Belum ada yang berubah");
    }

    @Test
    void showsTheReasonOfARefusal() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String request = aRequest(operator);
        String page = operator.get(request).asString();

        operator.post(
                request + "/langkah",
                "version",
                Clerk.valueOf(page, "version"),
                "ke",
                "REJECTED",
                "alasan",
                "KTP bukan milik pemohon");

        assertThat(operator.get(request).asString()).contains("Ditolak", "KTP bukan milik pemohon");
    }

    @Test
    void tellsTheSecondOfTwoOfficersThatTheOtherWasFaster() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String request = aRequest(operator);
        String seen = Clerk.valueOf(operator.get(request).asString(), "version");
        step(operator, request, RequestState.IN_REVIEW);

        Response answer = operator.post(request + "/langkah", "version", seen, "ke", "IN_REVIEW");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("baru saja dilanjutkan orang lain", "Ajukan untuk tanda tangan");
    }

    @Test
    void pointsOutThatThePersonHasAskedForTheLetterAlready() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        Resident applicant = residents.register(Residents.named("Pemohon Rangkap"), Residents.anOfficer());
        clerk.get("/permohonan/baru");
        submit(clerk, applicant);

        assertThat(clerk.get("/permohonan/baru?warga=" + applicant.id + "&jenis=DOM")
                        .asString())
                .contains("sudah punya permohonan surat ini yang belum selesai");
    }

    @Test
    void givesTheListAwayInTheOrderThatIsShown() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        operator.get("/permohonan/baru");
        submit(operator, residents.register(Residents.named("Zainab Berurut"), Residents.anOfficer()));
        submit(operator, residents.register(Residents.named("Aisyah Berurut"), Residents.anOfficer()));

        String oldest = operator.get("/permohonan/unduh?keadaan=SUBMITTED&urut=oldest&jenis=csv")
                .asString();
        String byName = operator.get("/permohonan/unduh?keadaan=SUBMITTED&urut=applicant&jenis=csv")
                .asString();

        assertThat(oldest.indexOf("Zainab Berurut")).isPositive().isLessThan(oldest.indexOf("Aisyah Berurut"));
        assertThat(byName.indexOf("Aisyah Berurut")).isPositive().isLessThan(byName.indexOf("Zainab Berurut"));
        assertThat(byName).contains("Diajukan", "Loket");
    }

    @Test
    void showsEachRequestOnExactlyOnePage() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        operator.get("/permohonan/baru");
        for (int i = 0; i < 5; i++) {
            submit(operator, residents.register(Residents.aResident(), Residents.anOfficer()));
        }
        Set<RequestState> submitted = Set.of(RequestState.SUBMITTED);

        for (RequestOrder order : RequestOrder.values()) {
            List<UUID> seen = new ArrayList<>();
            UUID after = null;
            for (List<RequestQueries.Line> page = requests.list(submitted, order, null, 2);
                    !page.isEmpty();
                    page = requests.list(submitted, order, after, 2)) {
                page.forEach(line -> seen.add(line.id()));
                after = seen.get(seen.size() - 1);
            }
            assertThat(seen)
                    .as("ordered by %s", order)
                    .hasSize((int) requests.count(submitted))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void findsARequestByItsNumber() {
        Clerk clerk = Clerk.as(Roles.KADES);
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String request = aRequest(operator);
        Matcher number = NUMBER.matcher(operator.get(request).asString());
        assertThat(number.find()).isTrue();

        assertThat(clerk.get("/permohonan?nomor=" + number.group()).header("Location"))
                .endsWith(request);
        assertThat(clerk.get("/permohonan?nomor=99-9999").asString()).contains("Permohonan 99-9999 tidak ada");
    }

    @Test
    void listsByState() {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Resident applicant = residents.register(Residents.named("Pemohon Terdaftar"), Residents.anOfficer());
        operator.get("/permohonan/baru");
        submit(operator, applicant);

        assertThat(operator.get("/permohonan?keadaan=SUBMITTED").asString()).contains("Pemohon Terdaftar");
        assertThat(operator.get("/permohonan?keadaan=REJECTED").asString()).doesNotContain("Pemohon Terdaftar");
    }

    private String aRequest(Clerk operator) {
        Resident applicant = residents.register(Residents.aResident(), Residents.anOfficer());
        operator.get("/permohonan/baru");
        return submit(operator, applicant).header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Response submit(Clerk clerk, Resident applicant) {
        return clerk.post(
                "/permohonan/baru?warga=" + applicant.id + "&jenis=DOM", "saluran", "COUNTER", "keperluan", "bank");
    }

    private static Response step(Clerk clerk, String request, RequestState to) {
        String page = clerk.get(request).asString();
        return clerk.post(request + "/langkah", "version", Clerk.valueOf(page, "version"), "ke", to.name());
    }
}
