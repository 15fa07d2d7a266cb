package id.smartkampung.village.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.register.GivenResident;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fault 22: what both sides worked on is decided by a person who sees both. */
@QuarkusTest
class FindingPageTest {

    private static final Instant FOUND = Instant.parse("2026-11-22T01:30:00Z");

    @Inject
    ResidentService residents;

    private Clerk operator;
    private Resident here;

    @BeforeEach
    void openPage() {
        here = residents.register(Residents.named("Sumarni Di Desa"), Residents.anOfficer());
        operator = Clerk.as("operator");
        operator.get("/percabangan");
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        LogRows.asOwner("delete from fork_finding");
    }

    @Test
    void thePageShowsBothSidesOfWhatDiffers() {
        keep(GivenResident.named(here.id, "Sumarni Di Kabupaten", null, here.nik), Finding.BOTH);

        assertThat(operator.get("/percabangan").asString()).contains("Sumarni Di Desa", "Sumarni Di Kabupaten");
    }

    @Test
    void whatAnOfficerTakesFromTheDistrictIsToldAnew() {
        UUID finding = keep(GivenResident.named(here.id, "Sumarni Di Kabupaten", null, here.nik), Finding.BOTH);
        long events = LogRows.of(here.id).size();

        Response answer = operator.post("/percabangan/" + finding + "/kabupaten");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(stored(here.id).fullName).isEqualTo("Sumarni Di Kabupaten");
        assertThat(LogRows.of(here.id)).hasSize((int) events + 1);
    }

    @Test
    void whatStaysAsItIsHereIsNoLongerAsked() {
        UUID finding = keep(GivenResident.named(here.id, "Sumarni Di Kabupaten", null, here.nik), Finding.BOTH);

        operator.post("/percabangan/" + finding + "/desa");

        assertThat(stored(here.id).fullName).isEqualTo("Sumarni Di Desa");
        assertThat(operator.get("/percabangan").asString()).contains("Tidak ada yang perlu dipilih");
        Finding decided = QuarkusTransaction.requiringNew().call(() -> Finding.findById(finding));
        assertThat(decided.data).isNull();
        assertThat(decided.decision).isEqualTo("OURS");
    }

    @Test
    void whoWasTakenOutAtTheDistrictGoesWhenTheOfficerSaysSo() {
        UUID finding = keep(new ResidentRemoved(here.id), Finding.BOTH);

        operator.post("/percabangan/" + finding + "/kabupaten");

        assertThat(stored(here.id)).isNull();
    }

    @Test
    void aNikThatSomebodyElseHasIsRefusedInWords() {
        UUID finding = keep(GivenResident.named(UUID.randomUUID(), "Nama Lain", null, here.nik), "NIK");

        Response answer = operator.post("/percabangan/" + finding + "/kabupaten");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("NIK-nya sudah dipakai orang lain");
    }

    @Test
    void whatDiffersUnderItsCoverIsSaid() {
        keep(GivenResident.named(here.id, here.fullName, null, new Nik("3510010101900001")), Finding.BOTH);

        assertThat(operator.get("/percabangan").asString()).contains("berbeda pada bagian yang disamarkan");
    }

    @Test
    void whoHasTheNikHereIsNamed() {
        keep(GivenResident.named(UUID.randomUUID(), "Nama Lain", null, here.nik), "NIK");

        assertThat(operator.get("/percabangan").asString())
                .contains("href=\"/penduduk/" + here.id + "\"", "Jangan masukkan", "Masukkan ke server ini");
    }

    @Test
    void whoIsKeptOutIsTakenOutAtTheDistrictToo() {
        UUID other = UUID.randomUUID();
        UUID finding = keep(GivenResident.named(other, "Nama Lain", null, here.nik), "NIK");

        operator.post("/percabangan/" + finding + "/desa");

        assertThat(LogRows.of(other)).extracting(LogRows.Row::type).containsExactly("resident-removed.v1");
    }

    @Test
    void aRequestThatIsKeptOutIsSaidToBeNowhere() {
        UUID other = UUID.randomUUID();
        UUID finding = keep(
                new RequestRecorded(
                        other,
                        "26-9999",
                        UUID.randomUUID(),
                        new LetterKind("SKTM"),
                        Channel.COUNTER,
                        RequestState.SUBMITTED,
                        false,
                        FOUND,
                        List.of(new Step(RequestState.SUBMITTED, FOUND))),
                "NO_APPLICANT");
        long before = LogRows.head();

        operator.post("/percabangan/" + finding + "/desa");

        assertThat(LogRows.after(before)).singleElement().satisfies(row -> {
            assertThat(row.type()).isEqualTo("snapshot-chunk.v1");
            assertThat(new String(row.data(), StandardCharsets.UTF_8)).contains("\"absent\":[\"" + other + "\"]");
        });
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        UUID finding = keep(GivenResident.named(here.id, "Sumarni Di Kabupaten", null, here.nik), Finding.BOTH);
        operator.post("/percabangan/" + finding + "/desa");

        assertThat(operator.post("/percabangan/" + finding + "/desa").statusCode())
                .isEqualTo(409);
        assertThat(stored(here.id).fullName).isEqualTo("Sumarni Di Desa");
    }

    @Test
    void whoDoesNotWriteInTheRegisterDoesNotDecide() {
        assertThat(Clerk.as("kades").get("/percabangan").statusCode()).isEqualTo(403);
    }

    @Test
    void everyPageOfTheStateLeadsThere() {
        Nik nik = Residents.aNik();
        keep(GivenResident.named(here.id, "Sumarni Di Kabupaten", null, nik), Finding.BOTH);

        assertThat(operator.get("/sinkronisasi").asString()).contains("href=\"/percabangan\"");
    }

    private static UUID keep(VillageEvent theirs, String reason) {
        Finding finding = new Finding();
        finding.id = UUID.randomUUID();
        finding.subject = theirs.subject().toString();
        finding.reason = reason;
        finding.type = EventType.of(theirs).wireName();
        finding.data = EventJson.write(theirs);
        finding.foundAt = FOUND;
        QuarkusTransaction.requiringNew().run(() -> finding.persist());
        return finding.id;
    }

    private static Resident stored(UUID id) {
        List<Resident> found = QuarkusTransaction.requiringNew().call(() -> Resident.list("id", id));
        return found.isEmpty() ? null : found.get(0);
    }
}
