package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.office.Office;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NumberedPaperTest {

    @Inject
    NumberingService numbering;

    @Inject
    NumberedPaper papers;

    @Inject
    WaitingLetters waiting;

    @Inject
    ResidentService residents;

    @Inject
    EntityManager entities;

    @Test
    void aNumberStandsForOneWording() {
        UUID request = waiting.one();
        Letter letter = number(request);
        Paper before = paper(letter);
        UUID applicant = waiting.applicantOf(request);
        Resident now = QuarkusTransaction.requiringNew().call(() -> Resident.findById(applicant));

        residents.change(
                applicant,
                now.version,
                new ResidentDraft().set(ResidentField.FULL_NAME, "Nama Baru"),
                Residents.anOfficer());
        address("Jalan Pindah 7");
        try {
            assertThat(paper(letter)).isEqualTo(before);
            assertThat(before.head().emblem()).startsWith("data:image/png");
            assertThat(stored(letter).applicantName).isEqualTo(now.fullName);
        } finally {
            address(null);
        }
    }

    @Test
    void aLetterThatWasGivenUpSaysSoAcrossTheSheet() {
        Letter letter = number(waiting.one());
        assertThat(paper(letter).mark()).isNull();

        numbering.cancel(letter.id, letter.version, "Salah nama");

        assertThat(paper(letter).mark()).isEqualTo("BATAL");
    }

    @Test
    void whatCitizensSignHasNoHeadAndItsNumberWhereTheVillageAcknowledges() {
        Letter letter = number(waiting.of("KUASA"));

        Paper paper = paper(letter);

        assertThat(paper.head()).isNull();
        assertThat(paper.number()).isEmpty();
        assertThat(paper.signatures().get(paper.signatures().size() - 1).above())
                .isEqualTo("Mengetahui, Nomor: " + letter.number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from letter where id = :id",
                "update letter set number = number || 'x' where id = :id",
                "update letter set paper = '{}' where id = :id",
                "update letter set state = 'CANCELLED' where id = :id",
                "update letter_counter set last = last - 1 where cast(:id as uuid) is not null",
                "delete from letter_counter where cast(:id as uuid) is not null",
                "update letterhead set head = '{}' where cast(:id as uuid) is not null",
            })
    void theDatabaseKeepsALetterAsItWasNumbered(String statement) {
        UUID id = number(waiting.one()).id;

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(statement)
                                .setParameter("id", id)
                                .executeUpdate()))
                .isInstanceOf(RuntimeException.class);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Letter.<Letter>findById(id).state))
                .isEqualTo(LetterState.NUMBERED);
    }

    private Letter number(UUID request) {
        return numbering.number(request, Residents.anOfficer()).get(0);
    }

    private static Letter stored(Letter letter) {
        return QuarkusTransaction.requiringNew().call(() -> Letter.findById(letter.id));
    }

    private Paper paper(Letter letter) {
        return QuarkusTransaction.requiringNew().call(() -> papers.of(Letter.findById(letter.id)));
    }

    private static void address(String address) {
        QuarkusTransaction.requiringNew().run(() -> Office.get().address = address);
    }
}
