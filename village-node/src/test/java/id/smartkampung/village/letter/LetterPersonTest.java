package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.merge.MergeService;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyDraft;
import id.smartkampung.village.register.FamilyService;
import id.smartkampung.village.register.MembershipService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LetterPersonTest {

    @Inject
    LetterPerson people;

    @Inject
    Letterheads letterheads;

    @Inject
    ResidentService residents;

    @Inject
    FamilyService families;

    @Inject
    MembershipService memberships;

    @Inject
    MergeService merging;

    @Inject
    FillingService fillings;

    @Inject
    RequestService requests;

    @Inject
    LetterTypes types;

    @Test
    void aNumberIsNoName() {
        String outsider = "3509010101800001; Dewi Luar; Jember, 1 Januari 1980; Petani; Jalan Raya 1; Jember";

        assertThat(people.name("3509010101800001")).doesNotContain("3509").contains("…");
        assertThat(people.name(outsider)).isEqualTo("Dewi Luar");
        assertThat(people.identity(outsider))
                .extracting(Paper.Pair::value)
                .containsExactly(
                        "Dewi Luar", "3509010101800001", "Jember, 1 Januari 1980", "Petani", "Jalan Raya 1; Jember");
        assertThat(people.row(outsider)).startsWith("3509010101800001", "Dewi Luar");
    }

    @Test
    void anAddressBeginsWithTheStreet() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Family family =
                families.create(new FamilyDraft(null, "JALAN MELATI 4", "KRAJAN", "001", "003"), Residents.anOfficer());
        memberships.add(family.id, resident.id, Relationship.HEAD, Residents.anOfficer());

        assertThat(inTransaction(() -> people.address(Resident.findById(resident.id))))
                .startsWith("Jalan Melati 4, Dusun Krajan RT 003 RW 001, Desa Sarongan");
    }

    @Test
    void whoServesADesaHasANiapAndACivilServantANip() {
        Signatory signatory = new Signatory();
        signatory.nip = "3510.2018.001";
        assertThat(letterheads.signedBelow(signatory)).containsExactly("NIAP 3510.2018.001");
        signatory.nip = "19700101 199503 1 002";
        assertThat(letterheads.signedBelow(signatory)).containsExactly("NIP 19700101 199503 1 002");
    }

    @Test
    void whatWasFilledInAboutALostRecordIsAboutTheOneThatIsKept() {
        Resident applicant = residents.register(Residents.aResident(), Residents.anOfficer());
        Resident kept = residents.register(Residents.named("Nama Yang Benar"), Residents.anOfficer());
        Resident lost = residents.register(Residents.named("Nama Dobel"), Residents.anOfficer());
        UUID request = filled(applicant, Answers.known(lost.id));

        merging.merge(
                new MergeService.Pair(kept.id, kept.version, lost.id, lost.version),
                Set.of(),
                "tercatat dua kali",
                Residents.anOfficer());

        assertThat(inTransaction(() ->
                        LetterFilling.find(request).orElseThrow().answers().of("penerima_kuasa_nik")))
                .isEqualTo(Answers.known(kept.id));
        assertThat(inTransaction(() -> people.name(Answers.known(lost.id)))).isEqualTo("Nama Yang Benar");
    }

    private UUID filled(Resident applicant, String other) {
        LetterKind kind = new LetterKind("KUASA");
        UUID id = requests.submit(
                        new RequestDraft(applicant.id, kind, Channel.COUNTER, false, "bank", null, null),
                        Residents.anOfficer())
                .id;
        UUID signatory = inTransaction(() -> {
            Signatory head = new Signatory();
            head.id = UUID.randomUUID();
            head.name = "Kepala Lama";
            head.basis = Signatory.Basis.HEAD;
            head.createdAt = Instant.EPOCH;
            head.persist();
            return head.id;
        });
        fillings.save(
                id,
                -1,
                Answers.of(Map.of("penerima_kuasa_nik", other)),
                signatory,
                List.of(types.find(kind).orElseThrow()),
                Residents.anOfficer());
        return id;
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
