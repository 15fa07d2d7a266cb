package id.smartkampung.village.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.ErasureJournal;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.UndoService;
import id.smartkampung.village.erasure.AskedErasures;
import id.smartkampung.village.log.Erasures;
import id.smartkampung.village.log.LogConfig;
import id.smartkampung.village.log.StoredEvent;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.HandedOver;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.sync.SyncView;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 21: a server that was restored from a backup and did nothing gets back what it lost. */
@QuarkusTest
@TestProfile(RestoredVillage.Restored.class)
class RecoveryTest extends RestoredVillage {

    @Inject
    UndoService undoing;

    @Inject
    LogConfig config;

    @Inject
    Erasures erasures;

    @Inject
    AskedErasures telling;

    @Test
    void aServerThatDidNothingGetsBackItsRowsAndItsLog() throws SQLException {
        UUID family = UUID.randomUUID();
        Resident kept = register("Ibu Lama");
        standsAt(log.head());
        List<Envelope> tail = tail(
                log.head(),
                new FamilyRecorded(family, Residents.aCard(), "Jalan Melati 4", "KRAJAN", "001", "002"),
                told(UUID.randomUUID(), "Anak Yang Hilang", family),
                told(kept.id, "Ibu Baru", family));

        isRestoredBefore(tail);

        awaitWelcome();
        assertThat(log.head()).isEqualTo(last(tail));
        assertThat(stored(kept.id).fullName).isEqualTo("Ibu Baru");
        assertThat(count("select count(*) from resident where full_name = 'Anak Yang Hilang'"))
                .isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Family.<Family>findById(family).address))
                .isEqualTo("Jalan Melati 4");
    }

    @Test
    void whatNeverLeavesTheVillageStaysWhenItsPersonComesBack() {
        Resident kept = residents.register(
                Residents.named("Ibu Catatan").set(ResidentField.NOTE, "rumah pagar hijau"), Residents.anOfficer());
        standsAt(log.head());

        isRestoredBefore(tail(log.head(), told(kept.id, "Ibu Berganti", null)));

        awaitWelcome();
        assertThat(stored(kept.id).fullName).isEqualTo("Ibu Berganti");
        assertThat(stored(kept.id).note).isEqualTo("rumah pagar hijau");
    }

    @Test
    void whoWasHandedOverToAnotherVillageIsKnownToBeGone() {
        Resident gone = register("Warga Desa Lain");
        standsAt(log.head());
        HouseholdHandedOver handed = new HouseholdHandedOver(
                UUID.randomUUID(), UUID.randomUUID(), "35.10.01.2006", List.of(), List.of(gone.toEvent()));

        isRestoredBefore(tail(log.head(), handed, left(gone)));

        awaitWelcome();
        assertThat(QuarkusTransaction.requiringNew().call(() -> HandedOver.isOf(gone.id)))
                .isTrue();
    }

    @Test
    void whoCameBackFromTheOtherVillageIsInUseAgain() {
        Resident back = register("Warga Kembali");
        standsAt(log.head());
        HouseholdHandedOver handed = new HouseholdHandedOver(
                UUID.randomUUID(), UUID.randomUUID(), "35.10.01.2006", List.of(), List.of(back.toEvent()));

        isRestoredBefore(tail(log.head(), handed, left(back), stored(back.id).toEvent()));

        awaitWelcome();
        assertThat(QuarkusTransaction.requiringNew().call(() -> HandedOver.isOf(back.id)))
                .isFalse();
    }

    @Test
    void aMutationComesBackAndIsUndoneByWhatItMustHaveChanged() {
        Resident kept = register("Ibu Pergi");
        residents.change(
                kept.id,
                kept.version,
                new ResidentDraft().set(ResidentField.BASE_STATUS, BaseStatus.AWAY),
                Residents.anOfficer());
        UUID mutation = UUID.randomUUID();
        Instant recorded = Instant.parse("2026-06-30T01:02:03.123456Z");
        LocalDate day = LocalDate.of(2026, 6, 29);

        isRestoredBefore(tail(
                log.head(),
                new MutationRecorded(
                        mutation,
                        kept.id,
                        null,
                        MutationKind.AWAY,
                        day,
                        day,
                        day,
                        recorded,
                        false,
                        null,
                        null,
                        null,
                        null,
                        "KRAJAN",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));

        awaitWelcome();
        Mutation stored = QuarkusTransaction.requiringNew().call(() -> Mutation.findById(mutation));
        assertThat(stored.kind).isEqualTo(MutationKind.AWAY);

        undoing.undo(mutation, stored.version, "salah catat", Residents.anOfficer());

        Resident back = QuarkusTransaction.requiringNew().call(() -> Resident.findById(kept.id));
        assertThat(back.baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void anErasureThatWasLostComesBackAndErasesAgain() throws SQLException {
        Resident kept = register("Ibu Terhapus");
        standsAt(log.head());
        List<Envelope> tail = tail(
                log.head(),
                told(kept.id, "Ibu Terhapus Sekali", null),
                new ResidentErased(kept.id, ErasureGround.ASKED_FOR));

        isRestoredBefore(List.of(tail.get(0).erased(), tail.get(1)));

        awaitWelcome();
        assertThat(stored(kept.id)).isNull();
        assertThat(count("select count(*) from outbox where salt is null and subject = 'resident/" + kept.id + "'"))
                .isEqualTo(2);
        assertThat(log.after(LogPosition.START, 1_000)).allMatch(StoredEvent::isIntact);
    }

    @Test
    void whoWasErasedBeforeTheDistrictHeardOfItDoesNotComeBackWithTheTail() throws Exception {
        UUID gone = UUID.randomUUID();
        standsAt(log.head());
        List<Envelope> tail = tail(log.head(), told(gone, "Ibu Terhapus", null));
        LogHead unheard = last(tail(last(tail), new ResidentErased(gone, ErasureGround.ASKED_FOR)));
        new ErasureJournal(config.erasures())
                .add(List.of(new ErasureJournal.Entry(
                        village.node(), gone, unheard.position(), ErasureGround.ASKED_FOR.name())));

        isRestoredBefore(tail);

        awaitWelcome();
        assertThat(stored(gone)).isNull();
        QuarkusTransaction.requiringNew().run(() -> erasures.untold().forEach(telling::tellAgain));
        assertThat(stored(gone)).isNull();
        assertThat(count("select count(*) from outbox where salt is null and subject = 'resident/" + gone + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox where type = 'resident-erased.v1' and subject = 'resident/" + gone
                        + "'"))
                .isEqualTo(1);
        assertThat(erasures.untold()).isEmpty();
    }

    @Test
    void aLongTailComesInParts() {
        List<VillageEvent> lost = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            lost.add(told(UUID.randomUUID(), "Warga " + i, null));
        }
        List<Envelope> tail = tail(log.head(), lost.toArray(VillageEvent[]::new));

        district.givingBack(tail, 2);
        stands(log.head(), last(tail));
        greeting.begin();

        awaitWelcome();
        assertThat(log.head()).isEqualTo(last(tail));
    }

    @Test
    void workGoesOnBehindWhatCameBack() {
        List<Envelope> tail = tail(log.head(), told(UUID.randomUUID(), "Warga Kembali", null));
        isRestoredBefore(tail);
        awaitWelcome();

        register("Warga Sesudah");

        await().atMost(SOON)
                .until(() -> district.events().stream()
                        .anyMatch(event -> event.prevHash().equals(last(tail).hash())));
    }

    @Test
    void aTailThatIsNotOurChainChangesNothing() {
        LogHead head = log.head();
        List<Envelope> tail = tail(head, told(UUID.randomUUID(), "Satu", null), told(UUID.randomUUID(), "Dua", null));
        district.givingBack(List.of(tail.get(1)), 10);
        stands(head, last(tail));

        greeting.begin();

        awaitState(SyncView.State.LOST);
        assertThat(log.head()).isEqualTo(head);
    }
}
