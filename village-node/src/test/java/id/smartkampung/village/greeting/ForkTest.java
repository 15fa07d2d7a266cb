package id.smartkampung.village.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.register.HandedOver;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 22: a server that was restored and worked on overwrites nothing, and goes on in a new epoch. */
@QuarkusTest
@TestProfile(RestoredVillage.Restored.class)
class ForkTest extends RestoredVillage {

    @Test
    void whoWorkedOnGoesOnInANewEpochWithWhatBothDid() throws SQLException {
        LogHead common = log.head();
        Resident both = register("Nama Mula");
        LogHead parted = log.head();
        standsAt(parted);
        awaitAcked();
        Resident ours = register("Hanya Di Desa");
        changeName(both, "Nama Dari Desa");
        UUID onlyTheirs = UUID.randomUUID();
        List<Envelope> theirs =
                tail(parted, told(onlyTheirs, "Hanya Di Kabupaten", null), told(both.id, "Nama Dari Kabupaten", null));

        district.givingBack(theirs, 1);
        stands(parted, last(theirs));
        greeting.begin();

        await().atMost(SOON).untilAsserted(() -> {
            district.hellos();
            assertThat(log.head().position().epoch())
                    .isGreaterThan(common.position().epoch());
        });
        awaitWelcome();
        assertThat(stored(onlyTheirs).fullName).isEqualTo("Hanya Di Kabupaten");
        assertThat(stored(ours.id).fullName).isEqualTo("Hanya Di Desa");
        assertThat(stored(both.id).fullName).isEqualTo("Nama Dari Desa");
        assertThat(count(
                        "select count(*) from fork_finding where decided_at is null and reason = 'BOTH' and subject = '"
                                + "resident/" + both.id + "'"))
                .isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(district.events())
                        .filteredOn(event -> event.position().epoch()
                                == log.head().position().epoch())
                        .extracting(Envelope::subject)
                        .containsSubsequence("resident/" + ours.id, "resident/" + both.id, "resident/" + onlyTheirs));
    }

    @Test
    void whoeverHasTheSameNikWaitsForAPerson() throws SQLException {
        LogHead common = log.head();
        ResidentDraft again = Residents.named("Didaftar Lagi");
        residents.register(again, Residents.anOfficer());
        UUID lost = UUID.randomUUID();
        ResidentRecorded told = told(lost, "Didaftar Dulu", null, again.nik());

        isParted(common, tail(common, told));

        assertThat(count(
                        "select count(*) from fork_finding where reason = 'NIK' and subject = 'resident/" + lost + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoWasTakenOutThereIsTakenOutHere() {
        Resident gone = register("Salah Catat");
        LogHead common = log.head();
        standsAt(common);
        awaitAcked();
        register("Sesudah Pulih");

        isParted(common, tail(common, new ResidentRemoved(gone.id)));

        assertThat(stored(gone.id)).isNull();
    }

    @Test
    void whoWasHandedOverToAnotherVillageThereIsGoneHere() {
        Resident gone = register("Warga Desa Lain");
        LogHead common = log.head();
        standsAt(common);
        awaitAcked();
        register("Sesudah Pulih");
        HouseholdHandedOver handed = new HouseholdHandedOver(
                UUID.randomUUID(), UUID.randomUUID(), "35.10.01.2006", List.of(), List.of(gone.toEvent()));

        isParted(common, tail(common, handed, left(gone)));

        assertThat(stored(gone.id).baseStatus).isEqualTo(BaseStatus.INVALID);
        assertThat(QuarkusTransaction.requiringNew().call(() -> HandedOver.isOf(gone.id)))
                .isTrue();
    }
}
