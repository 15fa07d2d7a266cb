package id.smartkampung.village.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.HouseholdTakenOver.Duplicate;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.lineage.LineageService;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 69 in one village: households are handed over in the order of the log, and taken over once, ids and all. */
@QuarkusTest
class LineageCommandsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Inject
    CommandInbox inbox;

    @Inject
    LogQueries log;

    @Inject
    ResidentService residents;

    @Inject
    RequestService requests;

    @Inject
    LineageService lineages;

    private final UUID lineage = UUID.randomUUID();
    /** A part of the village that no other test knows. */
    private final String dusun = "TIMUR " + lineage;

    private final NoKk card = Residents.aCard();
    private final long start = LogRows.head();

    @Test
    void aHouseholdIsHandedOverWithWhatWasChangedLastAndItsRecordsStay() {
        Resident head = aMember("Kepala Keluarga", Relationship.HEAD);
        Resident child = aMember("Anak", Relationship.CHILD);
        rename(head, "Kepala Baru");
        rename(child, "Anak Baru");

        ask(wanted(LONG_AGO));
        lineages.handOverDue();
        lineages.handOverDue();

        List<VillageEvent> told = told();
        HouseholdHandedOver handed = told(HouseholdHandedOver.class).get(0);
        assertThat(told(HouseholdHandedOver.class)).hasSize(1);
        assertThat(handed.toNode()).isEqualTo("35.10.01.2006");
        assertThat(handed.families()).extracting(FamilyRecorded::noKk).containsExactly(card);
        assertThat(handed.residents())
                .extracting(ResidentRecorded::fullName)
                .containsExactlyInAnyOrder("Kepala Baru", "Anak Baru");
        // Behind it in the log stands what is left here, and before it all that was changed.
        List<VillageEvent> behind = told.subList(told.indexOf(handed) + 1, told.size());
        assertThat(behind.subList(0, 2))
                .allSatisfy(event ->
                        assertThat(((ResidentRecorded) event).baseStatus()).isEqualTo(BaseStatus.INVALID));
        assertThat(behind.get(2)).isEqualTo(new FamilyRemoved(head.familyId));
        assertThat(behind).hasSize(3);
        assertThat(List.of(stored(head.id), stored(child.id)))
                .allMatch(left -> left.nik == null && left.familyId == null && left.baseStatus == BaseStatus.INVALID);
    }

    @Test
    void nothingIsHandedOverBeforeItsDayNorFromElsewhere() {
        aMember("Kepala Keluarga", Relationship.HEAD);
        residents.register(Residents.aResident(), Residents.anOfficer());

        ask(wanted(LocalDate.of(9999, 1, 1)));
        ask(new HandoverWanted(UUID.randomUUID(), UUID.randomUUID(), "x", List.of("LAIN " + lineage), LONG_AGO));
        lineages.handOverDue();

        assertThat(told(HouseholdHandedOver.class)).isEmpty();
    }

    @Test
    void whoWaitsForALetterOfThisVillageStaysUntilThen() {
        Resident head = aMember("Kepala Keluarga", Relationship.HEAD);
        requests.submit(
                new RequestDraft(head.id, new LetterKind("SKTM"), Channel.COUNTER, false, null, null, null),
                Residents.anOfficer());

        ask(wanted(LONG_AGO));
        lineages.handOverDue();

        assertThat(told(HouseholdHandedOver.class)).isEmpty();
        assertThat(stored(head.id).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void whoWasHandedOverIsNotTakenIntoUseAgainHere() {
        Resident head = handedOver();
        ResidentDraft alive = new ResidentDraft().set(ResidentField.BASE_STATUS, BaseStatus.ALIVE);

        assertThatThrownBy(() -> residents.change(head.id, stored(head.id).version, alive, Residents.anOfficer()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("resident-handed-over");
    }

    @Test
    void whoComesBackFromTheOtherVillageIsEnteredAgainUnderTheSameId() {
        Resident head = handedOver();
        HouseholdHandedOver handed = told(HouseholdHandedOver.class).get(0);

        ask(given(handed.families(), handed.residents()));

        assertThat(stored(head.id).baseStatus).isEqualTo(BaseStatus.ALIVE);
        assertThat(stored(head.id).nik).isEqualTo(head.nik);
        assertThat(stored(head.id).familyId).isEqualTo(head.familyId);
        rename(stored(head.id), "Kembali");

        lineages.handOverDue();
        assertThat(told(HouseholdHandedOver.class)).as("no more to and fro").hasSize(1);
    }

    @Test
    void aHouseholdThatIsGivenIsEnteredUnderItsIdsOnceAndConfirmed() {
        FamilyRecorded family = aFamily(Residents.aCard());
        ResidentRecorded member = aPerson(family, "Warga Pindahan");
        HouseholdGiven given = given(List.of(family), List.of(member));

        ask(given);
        rename(stored(member.residentId()), "Diubah Di Sini");
        ask(given);

        assertThat(told(HouseholdTakenOver.class))
                .containsExactly(new HouseholdTakenOver(
                        given.handoverId(), lineage, List.of(family.familyId(), member.residentId()), List.of()));
        assertThat(told(FamilyRecorded.class)).containsExactly(family);
        assertThat(told(ResidentRecorded.class).get(0)).isEqualTo(member);
        assertThat(stored(member.residentId()).fullName).isEqualTo("Diubah Di Sini");
    }

    @Test
    void whoWasErasedHereDoesNotComeBackWithAHousehold() {
        FamilyRecorded family = aFamily(Residents.aCard());
        ResidentRecorded member = aPerson(family, "Warga Tetap");
        ResidentRecorded gone = aPerson(family, "Warga Terhapus");
        ask(given(List.of(family), List.of(gone)));
        ask(new DistrictEvent.ErasureAsked(UUID.randomUUID(), gone.residentId(), ErasureGround.ASKED_FOR));

        ask(given(List.of(family), List.of(member, gone)));

        assertThat(stored(gone.residentId())).isNull();
        assertThat(stored(member.residentId()).fullName).isEqualTo("Warga Tetap");
        assertThat(told(HouseholdTakenOver.class).get(1).subjects())
                .containsExactly(family.familyId(), member.residentId());
    }

    @Test
    void twoFamiliesWithOneCardAndTwoPeopleWithOneNikAreKeptAndNamed() {
        Resident here = aMember("Sudah Di Sini", Relationship.HEAD);
        FamilyRecorded family = aFamily(card);
        ResidentRecorded member = aPerson(family, "Sudah Di Sini").placed(family.familyId(), here.nik);

        ask(given(List.of(family), List.of(member)));

        assertThat(told(HouseholdTakenOver.class).get(0).duplicates())
                .containsExactly(
                        new Duplicate(Subject.FAMILY, family.familyId(), here.familyId),
                        new Duplicate(Subject.RESIDENT, member.residentId(), here.id));
        assertThat(stored(here.id).nik).isEqualTo(here.nik);
        assertThat(stored(member.residentId()).nik).isNull();
        assertThat(stored(member.residentId()).familyId).isEqualTo(family.familyId());
        assertThat(familyOf(family.familyId()).noKk).isNull();
        assertThat(familyOf(here.familyId).noKk).isEqualTo(card);
    }

    private Resident handedOver() {
        Resident head = aMember("Kepala Keluarga", Relationship.HEAD);
        ask(wanted(LONG_AGO));
        lineages.handOverDue();
        return head;
    }

    private Resident aMember(String name, Relationship relationship) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.DUSUN, dusun)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(card, "Jalan Contoh 1"),
                Residents.anOfficer());
    }

    private void rename(Resident resident, String name) {
        residents.change(
                resident.id,
                stored(resident.id).version,
                new ResidentDraft().set(ResidentField.FULL_NAME, name),
                Residents.anOfficer());
    }

    private static FamilyRecorded aFamily(NoKk card) {
        return new FamilyRecorded(UUID.randomUUID(), card, "Jalan Contoh 2", "SELATAN", "001", "002");
    }

    /** As a village tells of somebody: the least that its register asks for. */
    private static ResidentRecorded aPerson(FamilyRecorded family, String name) {
        Resident person = new Resident();
        person.id = UUID.randomUUID();
        person.familyId = family.familyId();
        person.nik = Residents.aNik();
        person.fullName = name;
        person.relationship = Relationship.HEAD;
        person.baseStatus = BaseStatus.ALIVE;
        person.residency = Residency.PERMANENT;
        person.dusun = "SELATAN";
        return person.toEvent();
    }

    private HandoverWanted wanted(LocalDate day) {
        return new HandoverWanted(UUID.randomUUID(), lineage, "35.10.01.2006", List.of(dusun), day);
    }

    private HouseholdGiven given(List<FamilyRecorded> families, List<ResidentRecorded> members) {
        return new HouseholdGiven(UUID.randomUUID(), UUID.randomUUID(), lineage, "35.10.01.2007", families, members);
    }

    private static Resident stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(id));
    }

    private static Family familyOf(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Family.findById(id));
    }

    /** What the log tells since the test began; what was emptied because its person was erased tells nothing. */
    private List<VillageEvent> told() {
        return LogRows.after(start).stream()
                .filter(row -> row.data() != null)
                .map(LineageCommandsTest::event)
                .toList();
    }

    private <E extends VillageEvent> List<E> told(Class<E> type) {
        return told().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static VillageEvent event(LogRows.Row row) {
        try {
            return EventJson.read(EventType.ofWireName(row.type()).orElseThrow(), row.data());
        } catch (EventFormatException e) {
            throw new AssertionError("event " + row.sequence(), e);
        }
    }

    private void ask(DistrictEvent command) {
        Envelope envelope = Envelope.next(
                log.state().obeyed(),
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
        QuarkusTransaction.requiringNew().run(() -> inbox.take(List.of(envelope)));
    }
}
