package id.smartkampung.deploy.volume;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterModelTest {

    private static final Instant AT = Instant.parse("2019-03-04T02:00:00Z");

    private final LetterModel model = new LetterModel(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new LetterKind("SKU"),
            1,
            "Surat keterangan usaha",
            ArchiveScheme.PERMENDAGRI_83_2022,
            "400.12.2.1",
            "*",
            180,
            "Kepala Desa",
            "Hadi Purnomo",
            List.of(new LetterFact("Usaha", "Warung")));

    private final LetterModel.Own own = new LetterModel.Own(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "400.12.2.1/7/LAMA/2019",
            7,
            LocalDate.of(2019, 3, 4),
            LetterCode.random(new SecureRandom()),
            "S*** A*****");

    @Test
    void aNumberedOneHasNoFileYet() {
        LetterRecorded letter = model.numbered(own, AT);

        assertThat(letter.state()).isEqualTo(LetterState.NUMBERED);
        assertThat(letter.fileSha256()).isNull();
        assertThat(letter.method()).isNull();
        assertThat(letter.year()).isEqualTo(2019);
        assertThat(letter.validUntil()).isEqualTo(LocalDate.of(2019, 8, 31));
    }

    @Test
    void aSignedOneIsTheSameLetterWithItsFile() {
        SignedScan scan = new SignedScan(Path.of("nowhere"), new byte[] {1, 2, 3});

        LetterRecorded letter = model.signed(own, AT, scan);

        assertThat(letter.state()).isEqualTo(LetterState.SIGNED);
        assertThat(letter.method()).isEqualTo(SigningMethod.PEN);
        assertThat(letter.fileSha256()).isEqualTo(scan.sha256());
        assertThat(letter.fileBytes()).isEqualTo(3);
        assertThat(letter.number()).isEqualTo(model.numbered(own, AT).number());
        assertThat(letter.code()).isEqualTo(own.code());
    }
}
