package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.client.Clients;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A request of the service mall, from the clerk or a program down to its village and back. */
@QuarkusTest
class MallTest extends MallVillage {

    @Inject
    Clients clients;

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

    @Test
    void anAnswerThatIsGivenAgainSaysNothingOfWhoWasErasedSince() throws SQLException {
        Clients.Program program = clients.may(Scopes.REQUESTS_MAKE);
        UUID id = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        Response first = order(
                program.asks().header("Idempotency-Key", key), id, who.nik().value());
        assertThat(first.asString()).contains("S*** R******");

        tells(new ResidentErased(resident, ErasureGround.ASKED_FOR));

        Response again = order(
                program.asks().header("Idempotency-Key", key), id, who.nik().value());
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEmpty();
    }

    private Response order(Clients.Program program, UUID id, String number) {
        return order(program.asks(), id, number);
    }

    private Response order(RequestSpecification asks, UUID id, String number) {
        return asks.contentType(ContentType.JSON)
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
}
