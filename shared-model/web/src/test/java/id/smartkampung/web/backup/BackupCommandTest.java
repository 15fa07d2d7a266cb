package id.smartkampung.web.backup;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.text.Texts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What who sits at the server types, and reads. */
class BackupCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenCanBeVerifiedAndRestoredWithThePrintedKey() throws Exception {
        Database from = Databases.create("backup_command_from");
        Database to = Databases.create("backup_command_to");
        Stores.fill(from);
        Path file = folder.resolve("backup.age");
        Path keys = Files.createDirectory(folder.resolve("keys"));
        KeyBeside beside = new KeyBeside(keys, Optional.empty());

        assertThat(command(Stores.store(from), beside, "", "backup", file.toString()))
                .startsWith("0 Cadangan dibuat: probe");
        String typed = BackupKey.read(beside.keyFile()).groups();
        assertThat(command(Stores.store(to), beside, "", "verify", file.toString()))
                .startsWith("0 Cadangan utuh dan tidak berubah")
                .containsPattern("account +500 ");
        KeyBeside elsewhere = new KeyBeside(folder.resolve("new-keys"), Optional.empty());
        assertThat(command(Stores.store(to), elsewhere, "wrong\n", "restore", file.toString()))
                .startsWith("1 Kunci cadangan, seperti pada lembar cetak")
                .contains("KEY: Ini bukan kunci cadangan");
        assertThat(command(Stores.store(to), elsewhere, typed + "\n", "restore", file.toString()))
                .startsWith("0 ")
                .contains("Selesai dipulihkan: probe");
        assertThat(Stores.dump(to)).isEqualTo(Stores.dump(from));
        assertThat(BackupKey.read(elsewhere.keyFile()).groups()).isEqualTo(typed);
        assertThat(command(Stores.store(to), beside, "", "restore", file.toString()))
                .startsWith("1 NOT_EMPTY");
        assertThat(command(Stores.store(to), beside, "", "backup", file.toString()))
                .startsWith("1 EXISTS");
        assertThat(command(Stores.store(to), beside, "", "verify")).startsWith("2 Cara memakai");
    }

    @Test
    void whereAnotherKeyLiesThePrintedOneIsAskedFor() throws Exception {
        Database from = Databases.create("backup_command_keys");
        Stores.fill(from);
        KeyBeside lost = new KeyBeside(folder.resolve("lost"), Optional.empty());
        KeyBeside made = new KeyBeside(folder.resolve("made"), Optional.empty());
        made.readOrMake();
        String file = folder.resolve("backup.age").toString();
        command(Stores.store(from), lost, "", "backup", file);

        assertThat(command(Stores.store(from), made, lost.readOrMake().groups() + "\n", "verify", file))
                .startsWith("0 Kunci di " + made.keyFile() + " bukan kunci cadangan ini")
                .contains("Cadangan utuh");
        assertThat(command(Stores.store(from), made, BackupKey.generate().groups() + "\n", "verify", file))
                .startsWith("1 ")
                .contains("WRONG_KEY: Kunci ini bukan kunci cadangan tersebut");
    }

    @Test
    void aMediumThatIsNotInIsNotMadeUpForByAFolder() throws Exception {
        Database from = Databases.create("backup_command_medium");
        Stores.fill(from);
        KeyBeside beside = new KeyBeside(folder.resolve("keys"), Optional.empty());
        Path file = folder.resolve("stick").resolve("backup.age");

        assertThat(command(Stores.store(from), beside, "", "backup", file.toString()))
                .startsWith("1 NO_FOLDER: Tidak ada folder")
                .contains("apakah medianya terpasang");
        assertThat(folder.resolve("stick")).doesNotExist();
        assertThat(command(Stores.store(from), beside, "", "verify", file.toString()))
                .startsWith("1 NO_FILE: Tidak ada berkas");
        assertThat(command(
                        Stores.store(from),
                        beside,
                        "",
                        "backup",
                        folder.resolve("b.age").toString()))
                .startsWith("0 ");
        assertThat(command(
                        Stores.store(from),
                        beside,
                        "",
                        "verify",
                        folder.resolve("b.age").toString(),
                        "--key-file",
                        folder.resolve("no.key").toString()))
                .startsWith("1 KEY_FILE: Berkas kunci");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentence(Reason reason) {
        assertThat(Texts.ofCommand().has(reason.text())).isTrue();
    }

    private static String command(Store store, KeyBeside lock, String typed, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = new BackupCommand(
                        store,
                        lock,
                        Texts.ofCommand(),
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        CLOCK)
                .run(List.of(arguments), null);
        return exit + " " + out.toString(StandardCharsets.UTF_8);
    }
}
