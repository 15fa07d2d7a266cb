package id.smartkampung.village.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.Residents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A server that was set back twice is told what it left behind its fork and no longer knows of. */
@QuarkusTest
@TestProfile(RestoredVillage.Restored.class)
class ToldAnewTest extends RestoredVillage {

    @Test
    void whatOnlyTheDistrictHasBecomesOursAndIsToldAnew() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        long before = log.head().position().sequence();

        isOffered(told(one, "Satu Di Kabupaten", null), told(two, "Dua Di Kabupaten", null), new ResidentRemoved(gone));

        assertThat(stored(one).fullName).isEqualTo("Satu Di Kabupaten");
        assertThat(stored(two).fullName).isEqualTo("Dua Di Kabupaten");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .filteredOn(event -> event.position().sequence() > before)
                        .extracting(Envelope::subject)
                        .contains("resident/" + one, "resident/" + two, "resident/" + gone));
    }

    @Test
    void whatCannotStandBesideOursIsFoundOnceHoweverOftenItIsOffered() throws SQLException {
        ResidentDraft here = Residents.named("Didaftar Lagi");
        residents.register(here, Residents.anOfficer());
        UUID lost = UUID.randomUUID();
        String findings =
                "select count(*) from fork_finding where reason = 'NIK' and subject = 'resident/" + lost + "'";

        List<Envelope> offered = isOffered(told(lost, "Didaftar Dulu", null, here.nik()));
        assertThat(count(findings)).isEqualTo(1);

        isOffered(offered);
        assertThat(count(findings)).isEqualTo(1);
        assertThat(stored(lost)).isNull();
    }

    private List<Envelope> isOffered(VillageEvent... events) {
        List<Envelope> offered = new ArrayList<>();
        for (VillageEvent event : events) {
            offered.addAll(tail(LogHead.start(village.node()), event));
        }
        isOffered(offered);
        return offered;
    }

    private void isOffered(List<Envelope> events) {
        district.offering(
                events.stream().sorted(Comparator.comparing(Envelope::subject)).toList());
        standsAt(log.head());
        greeting.begin();
        awaitWelcome();
    }
}
