package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundLetterTest {

    @Test
    void whoDoesNotSeeSomebodyInALetterGivesItNoNumber() {
        TwoDusun dusun = TwoDusun.once();
        Resident dead = TwoDusun.register("Adik Seberang", dusun.outside(), Residents.aCard(), Relationship.HEAD);
        WaitingLetter waiting = TwoDusun.death(dusun.operator(), dusun.near(), dead);
        Clerk kades = TwoDusun.bound(Roles.KADES, "batasiWilayah", "ya", "wilayah", dusun.inside() + "||");
        String address = "/tanda-tangan/" + waiting.request();
        assertThat(kades.get(address).asString()).doesNotContain("Adik Seberang");

        Response answer = kades.post(address + "/pena");

        assertThat(answer.statusCode()).isNotEqualTo(303);
        assertThat(TwoDusun.read(() -> Letter.listByRequest(UUID.fromString(waiting.request()))))
                .isEmpty();
        waiting.signed(Clerk.as(Roles.KADES));
    }
}
