package id.smartkampung.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupKeyTest {

    private final BackupKey key = BackupKey.generate();

    @Test
    void whatStandsOnPaperIsTheKey() throws BackupException {
        assertThat(BackupKey.parse(key.groups()).identity()).isEqualTo(key.identity());
        assertThat(BackupKey.parse(key.groups()).recipient()).isEqualTo(key.recipient());
    }

    @Test
    void smallLettersAndMissingSpacesAreFine() throws BackupException {
        String typed = key.groups().replace(" ", "").toLowerCase(Locale.ROOT);

        assertThat(BackupKey.parse(typed).identity()).isEqualTo(key.identity());
    }

    @Test
    void theFileOfAnotherToolIsRead() throws BackupException {
        String file = "# created: 2026-11-22\n# public key: " + key.recipient() + "\n" + key.identity() + "\n";

        assertThat(BackupKey.parse(file).identity()).isEqualTo(key.identity());
    }

    @Test
    void everySlipOfTheHandIsTold() {
        String letters = key.groups().replace(" ", "");
        for (int i = 0; i < letters.length(); i++) {
            char other = letters.charAt(i) == 'Q' ? 'P' : 'Q';
            String typed = letters.substring(0, i) + other + letters.substring(i + 1);

            assertThatThrownBy(() -> BackupKey.parse(typed))
                    .isInstanceOfSatisfying(
                            BackupException.class, e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.KEY))
                    .hasMessageNotContaining(typed);
        }
    }

    @Test
    void aKeyWithoutItsEndIsTold() {
        assertThatThrownBy(() -> BackupKey.parse(key.groups().substring(0, 40))).isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> BackupKey.parse("")).isInstanceOf(BackupException.class);
    }

    @Test
    void itsFileIsForTheOwnerOnly(@TempDir Path folder) throws IOException, BackupException {
        Path file = folder.resolve("backup.key");
        key.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(BackupKey.read(file).identity()).isEqualTo(key.identity());
    }

    @Test
    void itIsNotWrittenIntoALog() {
        assertThat(key.toString()).isEqualTo(key.recipient()).startsWith("age1");
    }
}
