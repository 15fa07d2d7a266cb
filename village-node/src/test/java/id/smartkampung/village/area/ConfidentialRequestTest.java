package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.delivery.DeliveryService;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfidentialRequestTest {

    @Inject
    DeliveryService deliveries;

    private Clerk taker;
    private Clerk colleague;
    private String name;
    private Resident applicant;
    private WaitingLetter waiting;

    @BeforeEach
    void somebodyWantsADivorce() {
        taker = Clerk.as(Roles.OPERATOR);
        colleague = Clerk.as(Roles.OPERATOR);
        name = "Rahasia" + TwoDusun.letters(UUID.randomUUID().toString().substring(0, 8));
        applicant = TwoDusun.register(name, "Krajan", Residents.aCard(), Relationship.HEAD);
        waiting = WaitingLetter.of(
                taker,
                applicant.id,
                "CERAI",
                "pasangan_nik.lain",
                "Pasangan Lain",
                "tanggal_nikah",
                "2010-05-01",
                "perkara",
                "cerai");
    }

    @Test
    void isSeenByWhoTookItAndByWhoSigns() {
        for (Clerk clerk : List.of(taker, Clerk.as(Roles.SEKDES), Clerk.as(Roles.KADES))) {
            assertThat(clerk.get("/permohonan/" + waiting.request()).statusCode())
                    .as(clerk.username())
                    .isEqualTo(200);
        }
        assertThat(list(taker)).contains(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void isNotThereForAColleague() {
        UUID letter = waiting.signed(Clerk.as(Roles.KADES));

        for (String address : List.of(
                "/permohonan/" + waiting.request(),
                "/permohonan/" + waiting.request() + "/surat",
                "/surat/" + letter,
                "/surat/" + letter + "/cetak")) {
            assertThat(colleague.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(taker.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(list(colleague)).doesNotContain(name.toLowerCase(Locale.ROOT));
        assertThat(Answered.text(colleague.get("/surat/unduh"))).doesNotContain(name.toLowerCase(Locale.ROOT));
        assertThat(Answered.text(taker.get("/surat/unduh"))).contains(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void otherRequestsOfTheSamePersonAreEverybodys() {
        WaitingLetter open = WaitingLetter.of(taker, applicant.id);

        assertThat(colleague.get("/permohonan/" + open.request()).statusCode()).isEqualTo(200);
    }

    @Test
    void whoBringsItHomeSeesIt() {
        waiting.signed(Clerk.as(Roles.KADES));
        Account courier = TwoDusun.account(colleague);
        UUID request = UUID.fromString(waiting.request());
        int seen = TwoDusun.read(() -> Request.<Request>findById(request)).version;

        UUID delivery = deliveries.assign(
                request, seen, courier.id, TwoDusun.account(taker).toOfficer());

        assertThat(colleague.get("/antar/" + delivery).statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNotSeeItMergesTheRecordWithNoOther() {
        Resident kept = TwoDusun.register(name, "Krajan", Residents.aCard(), Relationship.HEAD);

        Response refused = TwoDusun.merge(colleague, kept, applicant);

        assertThat(refused.statusCode()).isNotEqualTo(303);
        assertThat(refused.asString()).contains("permohonan rahasia");
        assertThat(TwoDusun.read(() -> Request.<Request>findById(UUID.fromString(waiting.request()))).applicantId)
                .isEqualTo(applicant.id);
        assertThat(TwoDusun.merge(Clerk.as(Roles.SEKDES), kept, applicant).statusCode())
                .isEqualTo(303);
        assertThat(TwoDusun.read(() -> Request.<Request>findById(UUID.fromString(waiting.request()))).applicantId)
                .isEqualTo(kept.id);
    }

    private static String list(Clerk clerk) {
        return Answered.text(clerk.get("/permohonan/unduh"));
    }
}
