package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.client.Clients;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request of the service mall, from the clerk down to its village and back with the signed file. */
@QuarkusTest
class MallTest {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final String OTHER_HASH = "ab".repeat(32);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Officers officers;

    @Inject
    Clients clients;

    @Inject
    Tables tables;

    private final UUID resident = UUID.randomUUID();
    private final UUID letter = UUID.randomUUID();
    private SimulatedVillage village;
    private ResidentRecorded who;
    private Browser clerk;
    private int told;

    @BeforeEach
    void aVillageHasAResident() throws SQLException {
        village = villages.aVillage();
        who = Subjects.aResident(resident, "Siti Rukmini", Sex.FEMALE, BaseStatus.ALIVE);
        tells(who);
        clerk = officers.a(Roles.MPP);
    }

    @Test
    void aClerkFindsSomebodyByTheWholeNikAndReadsNoMoreThanNeeded() {
        String found = clerk.post("/mpp/cari", "nik", who.nik().value()).asString();

        assertThat(found)
                .contains("S*** R******", "/mpp/baru/" + village.node() + "/" + resident)
                .doesNotContain("Rukmini", who.nik().value());
        assertThat(clerk.post("/mpp/cari", "nik", "3510").statusCode()).isEqualTo(422);
        assertThat(officers.a(Roles.BUPATI).get("/mpp").statusCode()).isEqualTo(403);
    }

    @Test
    void aRequestGoesDownOnceHoweverOftenItIsSent() {
        String form = formOf();
        String id = Browser.valueOf(clerk.get(form).asString(), "id");

        Response first = make(form, id);
        Response second = make(form, id);

        assertThat(first.header("Location")).endsWith("/mpp/" + id).isEqualTo(second.header("Location"));
        assertThat(commands()).isEqualTo("request-made.v1");
        assertThat(lastCommand())
                .contains(id, resident.toString(), "Beasiswa")
                .doesNotContain(who.nik().value());
        assertThat(page(id)).contains("Terkirim", "S*** R******");
    }

    @Test
    void whatIsMissingIsSaidAtTheFormAndNothingGoesDown() {
        Response answer = clerk.post(formOf(), "id", UUID.randomUUID().toString(), "jenis", "", "keperluan", " ");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Pilih surat yang diminta", "dipergunakan untuk apa");
        assertThat(commands()).isNull();
    }

    @Test
    void whatTheVillageTookIsWrittenHereNoMore() throws SQLException {
        String id = made();

        tells(request(id, RequestState.SUBMITTED));

        assertThat(page(id)).contains("Diterima desa", "26-0042");
        assertThat(tables.value("select purpose_text from mall_request where node = ?", village.node()))
                .isNull();
    }

    @Test
    void whyTheVillageRefusesIsRead() throws SQLException {
        String unseen = made();
        tells(new RequestAnswered(UUID.fromString(unseen), MallAnswer.APPLICANT_NOT_ALIVE, null));
        assertThat(page(unseen)).contains("Ditolak desa", "sudah meninggal");

        String rejected = made();
        tells(
                request(rejected, RequestState.SUBMITTED, RequestState.REJECTED),
                new RequestAnswered(UUID.fromString(rejected), MallAnswer.REJECTED, "Syarat tidak ada"));
        assertThat(page(rejected)).contains("Ditolak desa", "Syarat tidak ada");
    }

    @Test
    void anotherVillageAnswersForNobodyElse() throws SQLException {
        String id = made();
        SimulatedVillage other = villages.aVillage();
        other.records(new RequestAnswered(UUID.fromString(id), MallAnswer.KIND_UNKNOWN, null));

        inbox.receive(other.node(), "topic-" + other.node(), other.arriving(other.eventsFrom(1)));

        assertThat(page(id)).contains("Terkirim").doesNotContain("Ditolak desa");
    }

    @Test
    void theVillageDecidesWhetherItIsStillTakenBack() throws SQLException {
        String id = made();
        assertThat(clerk.post("/mpp/" + id + "/batal", "alasan", "ya").statusCode())
                .isEqualTo(422);

        clerk.post("/mpp/" + id + "/batal", "alasan", "tidak jadi");
        assertThat(commands()).isEqualTo("request-made.v1 request-withdrawn.v1");
        assertThat(page(id)).contains("Pembatalan diminta");
        assertThat(clerk.post("/mpp/" + id + "/batal", "alasan", "tidak jadi").statusCode())
                .isEqualTo(409);

        tells(
                request(id, RequestState.SUBMITTED, RequestState.IN_REVIEW),
                new RequestAnswered(UUID.fromString(id), MallAnswer.NOT_WITHDRAWN, null));

        assertThat(page(id)).contains("Dikerjakan desa", "Pembatalan terlambat");
    }

    @Test
    void theSignedFileIsAskedForPrintedAndDeletedWhenItIsHandedOut() throws SQLException {
        String id = made();
        byte[] file = aFile(300_000);
        signed(id, file);
        assertThat(commands()).endsWith("letter-file-wanted.v1");
        assertThat(page(id)).contains("Ditandatangani").doesNotContain("Unduh untuk dicetak");
        assertThat(pdf(id).statusCode()).isEqualTo(409);

        List<FileChunk> parts = parts(file);
        tells(parts.get(0));
        assertThat(page(id)).contains("87% sampai");
        tells(parts.get(1));
        tells(parts.get(1));

        assertThat(page(id)).contains("Siap dicetak", "Unduh untuk dicetak");
        assertThat(pdf(id).asByteArray()).isEqualTo(file);
        assertThat(received()).isEqualTo("0");

        clerk.post("/mpp/" + id + "/serah");

        assertThat(page(id)).contains("Diserahkan", clerk.username());
        assertThat(pdf(id).statusCode()).isEqualTo(409);
        assertThat(tables.count("mall_chunk", village.node())).isZero();
        assertThat(commands()).endsWith("request-handed-out.v1");
        assertThat(officers.a(Roles.ADMIN).get("/jejak").asString())
                .contains("Mengambil surat untuk dicetak", "Menyerahkan surat di MPP");
    }

    @Test
    void aFileThatIsNotWhatWasSignedIsThrownAwayAndAskedForAgain() throws SQLException {
        String id = made();
        byte[] file = aFile(1000);
        byte[] broken = file.clone();
        broken[7] ^= 1;
        signed(id, file);

        tells(FileChunk.of(letter, Hash.sha256(file).hex(), broken, 0, UUID::randomUUID)
                .get(0));
        assertThat(pdf(id).statusCode()).isEqualTo(409);
        clerk.post("/mpp/" + id + "/surat/" + letter + "/minta");
        assertThat(commands()).endsWith("letter-file-wanted.v1 letter-file-wanted.v1");

        tells(parts(file).get(0));
        assertThat(pdf(id).asByteArray()).isEqualTo(file);
    }

    @Test
    void aFileThatNobodyAskedForIsKeptNowhere() throws SQLException {
        tells(parts(aFile(1000)).get(0));

        assertThat(tables.count("mall_chunk", village.node())).isZero();
        assertThat(received()).isEqualTo("0");
    }

    @Test
    void whatWasLostWithARestoredHubIsAskedAgain() throws SQLException {
        String open = made();
        String taken = made();
        tells(request(taken, RequestState.SUBMITTED));
        byte[] file = aFile(300_000);
        signed(taken, file);
        tells(parts(file).get(0));

        inbox.receive(village.node(), "topic-" + village.node(), village.obeying(new Control.Place(1, 99, OTHER_HASH)));

        assertThat(commands()).isEqualTo("request-made.v1 letter-file-wanted.v1");
        assertThat(tables.value(
                        "select convert_from(data, 'UTF8') from down_event where node = ? order by sequence limit 1",
                        village.node()))
                .contains(open, "Beasiswa");
        assertThat(lastCommand()).contains("\"from\":" + FileChunk.MAX_BYTES);
    }

    @Test
    void aProgramOfTheMallMakesFollowsAndFetchesItsOwn() throws SQLException {
        Clients.Program program = clients.may(Scopes.REQUESTS_MAKE);
        UUID id = UUID.randomUUID();

        Response made = order(program, id, who.nik().value());
        Response again = order(program, id, who.nik().value());

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/v1/requests/made/" + id);
        assertThat(made.<String>path("maskedName")).isEqualTo("S*** R******");
        assertThat(made.asString()).doesNotContain("Rukmini", who.nik().value());
        assertThat(commands()).isEqualTo("request-made.v1");

        byte[] file = aFile(1000);
        signed(id.toString(), file);
        tells(parts(file).get(0));
        String address = "/api/v1/requests/made/" + id;

        assertThat(program.get(address).<String>path("stage")).isEqualTo("PRINTABLE");
        assertThat(program.get(address + "/letters/" + letter).asByteArray()).isEqualTo(file);
        assertThat(clients.may(Scopes.REQUESTS_MAKE).get(address).statusCode()).isEqualTo(404);
        assertThat(program.asks()
                        .contentType(ContentType.JSON)
                        .post(address + "/handover")
                        .<String>path("stage"))
                .isEqualTo("HANDED_OUT");
        assertThat(program.get(address + "/letters/" + letter).statusCode()).isEqualTo(409);
    }

    @Test
    void aProgramIsToldAllThatIsWrongAndOthersMayNot() {
        Clients.Program program = clients.may(Scopes.REQUESTS_MAKE);

        Response wrong = program.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("nik", "123", "kind", "sktm"))
                .post("/api/v1/requests");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<List<String>>path("errors.pointer")).containsExactly("/nik", "/kind", "/purpose");
        assertThat(order(program, UUID.randomUUID(), "3510019999999999").statusCode())
                .isEqualTo(404);
        assertThat(order(clients.may(Scopes.REQUESTS), UUID.randomUUID(), "3510019999999999")
                        .statusCode())
                .isEqualTo(403);
        assertThat(commands()).isNull();
    }

    private Response order(Clients.Program program, UUID id, String number) {
        return program.asks()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        id.toString(),
                        "nik",
                        number,
                        "node",
                        village.node().value(),
                        "kind",
                        "SKTM",
                        "purpose",
                        "Beasiswa"))
                .post("/api/v1/requests");
    }

    private void signed(String id, byte[] file) throws SQLException {
        tells(
                request(
                        id,
                        RequestState.SUBMITTED,
                        RequestState.IN_REVIEW,
                        RequestState.AWAITING_SIGNATURE,
                        RequestState.READY),
                aLetter(letter, UUID.fromString(id), file));
    }

    private List<FileChunk> parts(byte[] file) {
        return FileChunk.of(letter, Hash.sha256(file).hex(), file, 0, UUID::randomUUID);
    }

    private static byte[] aFile(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        return file;
    }

    private RequestRecorded request(String id, RequestState... states) {
        List<RequestRecorded.Step> steps = List.of(states).stream()
                .map(state -> new RequestRecorded.Step(state, AT))
                .toList();
        return new RequestRecorded(
                UUID.fromString(id),
                "26-0042",
                resident,
                new LetterKind("SKTM"),
                Channel.SERVICE_MALL,
                states[states.length - 1],
                false,
                AT,
                steps);
    }

    private void tells(VillageEvent... events) throws SQLException {
        village.records(events);
        inbox.receive(village.node(), "topic-" + village.node(), village.arriving(village.eventsFrom(told + 1)));
        told += events.length;
    }

    private String formOf() {
        return "/mpp/baru/" + village.node() + "/" + resident;
    }

    private Response make(String form, String id) {
        return clerk.post(
                form, "id", id, "jenis", "SKTM", "keperluan", "Beasiswa", "kontak", "081234567890", "catatan", "");
    }

    private String made() {
        String id = Browser.valueOf(clerk.get(formOf()).asString(), "id");
        assertThat(make(formOf(), id).statusCode()).isEqualTo(303);
        return id;
    }

    private String page(String id) {
        return clerk.get("/mpp/" + id).asString();
    }

    private Response pdf(String id) {
        return clerk.get("/mpp/" + id + "/surat/" + letter);
    }

    private String received() {
        return tables.value(
                "select sum(length(data)) from received_event where node = ? and type = 'file-chunk.v1'",
                village.node());
    }

    private String commands() {
        return tables.value(
                "select string_agg(type, ' ' order by sequence) from down_event where node = ?", village.node());
    }

    private String lastCommand() {
        return tables.value(
                "select convert_from(data, 'UTF8') from down_event where node = ? order by sequence desc limit 1",
                village.node());
    }
}
