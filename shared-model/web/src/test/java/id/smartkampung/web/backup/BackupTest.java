package id.smartkampung.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.BackupException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a real database and its way back. */
class BackupTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final BackupKey key = BackupKey.generate();
    private Database from;
    private Database to;
    private Path file;

    @BeforeEach
    void twoDatabases() throws SQLException {
        int number = COUNT.incrementAndGet();
        from = Databases.create("backup_from_" + number);
        to = Databases.create("backup_to_" + number);
        file = folder.resolve("backup.age");
        Stores.fill(from);
    }

    @Test
    void whatIsRestoredIsWhatWasThere() throws Exception {
        write();

        Manifest manifest = new Restore(Stores.store(to)).restore(new BackupFile(file, key));

        assertThat(Stores.dump(to)).isEqualTo(Stores.dump(from));
        assertThat(manifest.rows()).isEqualTo(801);
        assertThat(manifest.takenAt()).isEqualTo("2026-11-22T02:15:00Z");
    }

    @Test
    void whoWasLoggedInLogsInAgain() throws Exception {
        Stores.execute(from, """
            insert into session (token_hash, account_id, address, created_at, last_seen_at, expires_at)
            select '\\x01', id, '', now(), now(), now() from account limit 1
            """);
        write();

        new Restore(Stores.store(to)).restore(new BackupFile(file, key));

        assertThat(Stores.strings(to, "select count(*) from session")).containsExactly("0");
    }

    @Test
    void allRowsAreOfOneMoment() throws Exception {
        try (Connection late = from.asOwner();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("delete from audit_entry");
            write();
            late.commit();
        }

        assertThat(new BackupFile(file, key).verify().rows()).isEqualTo(801);
    }

    @Test
    void nothingCanBeReadInTheFile() throws Exception {
        write();

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1")
                .doesNotContain("uji-", "account", "manifest");
    }

    @Test
    void anyFlippedByteIsFoundAndNothingIsWritten() throws Exception {
        write();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += 1 + whole.length / 60) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x01;
            Files.write(file, flipped);

            assertThatThrownBy(this::restore)
                    .as("byte %d of %d", i, whole.length)
                    .isInstanceOf(BackupException.class);
        }
        assertThat(Stores.tables(to)).isEmpty();
    }

    @Test
    void aFileThatIsCutShortIsRefusedWhereverItEnds() throws Exception {
        write();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, 150, whole.length / 2, whole.length - 17, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertRefused(this::restore, Reason.DAMAGED);
        }
        assertThat(Stores.tables(to)).isEmpty();
    }

    @Test
    void anotherKeyDoesNotOpenIt() throws Exception {
        write();

        assertRefused(
                () -> new Restore(Stores.store(to)).restore(new BackupFile(file, BackupKey.generate())),
                Reason.WRONG_KEY);
        assertThat(Stores.tables(to)).isEmpty();
    }

    @Test
    void aNewerOneIsRefused() throws Exception {
        Stores.execute(from, """
            insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                execution_time, success)
            select 1000, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true
            """);
        write();

        assertRefused(this::restore, Reason.NEWER, "999", "002");
        assertThat(Stores.tables(to)).isEmpty();
    }

    @Test
    void aNewerFormatIsRefusedBeforeItIsReadFurther() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Seal.locking(Files.newOutputStream(file), key.recipient()))) {
            zip.putNextEntry(new ZipEntry(BackupWriter.MANIFEST));
            zip.write("{\"format\": 2, \"pictures\": []}".getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(this::restore, Reason.NEWER_FORMAT, "2");
        assertThat(Stores.tables(to)).isEmpty();
    }

    @Test
    void anOlderOneGoesIntoTheTablesOfItsTime() throws Exception {
        Database old = Databases.create("backup_old_" + COUNT.incrementAndGet());
        new Migrations(Stores.store(old)).migrateTo(MigrationVersion.fromVersion("001"));
        new BackupWriter(Stores.store(old), CLOCK).write(file, key.recipient());

        new Restore(Stores.store(to)).restore(new BackupFile(file, key));

        assertThat(Stores.tables(to)).contains("account").doesNotContain("audit_entry");
    }

    @Test
    void aDatabaseWithSomethingInItIsLeftAsItIs() throws Exception {
        write();
        Migrations migrations = new Migrations(Stores.store(to));
        migrations.migrateTo(migrations.newest());
        Stores.execute(
                to,
                "insert into account (id, username, display_name, role, created_at)"
                        + " values (gen_random_uuid(), 'ada', '', 'admin', now())");
        List<String> before = Stores.dump(to);

        assertRefused(this::restore, Reason.NOT_EMPTY);
        assertThat(Stores.dump(to)).isEqualTo(before);
    }

    @Test
    void whatWasInterruptedIsBegunAgain() throws Exception {
        write();
        Migrations migrations = new Migrations(Stores.store(to));
        migrations.migrateTo(migrations.newest());

        restore();

        assertThat(Stores.dump(to)).isEqualTo(Stores.dump(from));
    }

    @Test
    void theBackupOfAnotherVillageIsRefused() throws Exception {
        write();
        Store other = Stores.store(to, "35.10.01.2002");

        assertRefused(
                () -> new Restore(other).restore(new BackupFile(file, key)),
                Reason.OTHER,
                "probe 35.10.01.2001",
                "probe 35.10.01.2002");
    }

    private void write() throws BackupException {
        new BackupWriter(Stores.store(from), CLOCK).write(file, key.recipient());
    }

    private void restore() throws BackupException {
        new Restore(Stores.store(to)).restore(new BackupFile(file, key));
    }

    private static void assertRefused(ThrowingCallable attempt, Reason reason, String... details) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(BackupException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.details()).contains((Object[]) details);
        });
    }
}
