package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.NodeKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever holds a letter of any village can ask the kabupaten. */
@QuarkusTest
class VerifiedLettersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    VillageKeys keys;

    private final TestBrowser stranger = new TestBrowser();
    private final LetterCode code = LetterCode.random(new SecureRandom());

    @Test
    void aLetterThatArrivedIsShownAsItsVillageToldIt() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        UUID id = UUID.randomUUID();
        receive(village.records(aLetter(id, LetterState.SIGNED, code)), 1);

        assertThat(stranger.get("/v/" + code).asString())
                .contains("Surat ini sah", "400.9/12/429.517.06/2026", "S*** R******", "Beasiswa", "Kecamatan");

        receive(village.records(aLetter(id, LetterState.WITHDRAWN, code)), 2);

        assertThat(stranger.get("/v/" + code).asString()).contains("sudah dicabut", "Contoh alasan");
    }

    @Test
    void oneThatHasNotArrivedIsGenuineWhenItsVillageSealedIt() {
        SimulatedVillage village = villages.aVillage();

        assertThat(stranger.get(address(village, village.key())).asString())
                .contains("Surat ini asli, rinciannya belum sampai", "300/1/2026");
        assertThat(stranger.get(address(village, NodeKey.generate())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKeyThatAPersonRevokedVouchesForNothing() {
        SimulatedVillage village = villages.aVillage();
        NodeKey other = NodeKey.generate();
        keys.register(village.node(), other.verifyKey());

        assertThat(stranger.get(address(village, other)).statusCode()).isEqualTo(200);
        keys.revoke(village.node());

        assertThat(stranger.get(address(village, other)).statusCode()).isEqualTo(404);
    }

    @Test
    void ofTwoVillagesThatClaimOneCodeTheOneOnThePaperCounts() throws SQLException {
        SimulatedVillage village = villages.aVillage();
        SimulatedVillage thief = villages.aVillage();
        receive(thief.records(aLetter(UUID.randomUUID(), LetterState.WITHDRAWN, code)), 1);
        receive(village.records(aLetter(UUID.randomUUID(), LetterState.SIGNED, code)), 1);

        assertThat(stranger.get(address(village, village.key())).asString()).contains("Surat ini sah");
    }

    private void receive(SimulatedVillage village, int from) throws SQLException {
        inbox.receive(village.node(), "topic-" + village.node(), village.arriving(village.eventsFrom(from)));
    }

    private String address(SimulatedVillage village, NodeKey key) {
        LetterSeal seal = new LetterSeal(village.node(), code, "300/1/2026", DAY);
        return "/v/" + code + "?d=" + village.node() + "&n=300%2F1%2F2026&t=" + DAY + "&s=" + seal.sign(key);
    }
}
