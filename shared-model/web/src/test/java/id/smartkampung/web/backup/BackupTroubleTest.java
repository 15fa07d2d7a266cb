package id.smartkampung.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.BackupException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, media that are pulled out, databases that do not do it: each is named, and nothing half is left. */
class BackupTroubleTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:00Z"), ZoneOffset.UTC);

    private static final String CUT = """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()
        """;

    @TempDir
    Path folder;

    private final BackupKey key = BackupKey.generate();
    private Database from;
    private Database to;
    private Path file;

    @BeforeEach
    void twoDatabases() throws SQLException {
        int number = COUNT.incrementAndGet();
        from = Databases.create("backup_trouble_from_" + number);
        to = Databases.create("backup_trouble_to_" + number);
        file = folder.resolve("backup.age");
        Stores.fill(from);
    }

    @Test
    void aFailedBackupLeavesNoFile() throws Exception {
        assertRefused(
                () -> new BackupWriter(Stores.store(from), CLOCK).write(file, "age1nobody"),
                Reason.RECIPIENT,
                "age1nobody");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFullDiskIsNamedAndNothingIsLeftOnIt() throws Exception {
        // More than any buffer on the way holds.
        Stores.execute(from, """
            insert into account (id, username, display_name, role, created_at)
            select gen_random_uuid(), 'banyak-' || n, encode(sha256(n::text::bytea), 'hex'), 'admin', now()
            from generate_series(1, 20000) n
            """);
        Files.createSymbolicLink(folder.resolve("backup.age.part"), Path.of("/dev/full"));

        assertRefused(this::write, Reason.FULL, file.toString());
        assertThat(folder).isEmptyDirectory();

        write();
        assertThat(new BackupFile(file, key).verify().rows()).isEqualTo(20_801);
    }

    @Test
    void aFewRowsDoNotFitOnAFullDiskEither() throws Exception {
        Files.createSymbolicLink(folder.resolve("backup.age.part"), Path.of("/dev/full"));

        assertRefused(this::write, Reason.FULL, file.toString());
    }

    @Test
    void aMediumThatCannotBeWrittenIsNamed() throws Exception {
        Path gone = Files.writeString(folder.resolve("stick"), "").resolve("backup.age");

        assertRefused(
                () -> new BackupWriter(Stores.store(from), CLOCK).write(gone, key.recipient()),
                Reason.UNWRITABLE,
                gone.toString());
    }

    @Test
    void aMediumThatNoLongerGivesTheFileIsNotTakenForADamagedFile() {
        // Opens and then does not read, as a file does whose stick was pulled out.
        assertRefused(
                () -> new Restore(Stores.store(to)).restore(new BackupFile(folder, key)),
                Reason.UNREADABLE,
                folder.toString());
    }

    @Test
    void aFullDiskOfTheDatabaseIsNamedAndItHasNothing() throws Exception {
        write();
        Migrations migrations = new Migrations(Stores.store(to));
        migrations.migrateTo(migrations.newest());
        Stores.execute(to, """
            create function full_disk() returns boolean language plpgsql as
            $$ begin raise exception 'no space' using errcode = 'disk_full'; end $$;
            alter table audit_entry add constraint fits check (full_disk());
            """);

        assertRefused(this::restore, Reason.DATABASE_FULL);
        assertThat(Stores.strings(to, "select count(*) from account")).containsExactly("0");
    }

    @Test
    void theDatabaseOfAProgramThatRunsIsLeftAlone() throws Exception {
        write();
        Migrations migrations = new Migrations(Stores.store(to));
        migrations.migrateTo(migrations.newest());

        try (Connection program = to.asApp()) {
            assertThat(program.isValid(1)).isTrue();
            assertRefused(this::restore, Reason.RUNNING);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        Store absent = new Store(
                "probe",
                "35.10.01.2001",
                "1.0.0",
                from.url().replaceAll("/[^/?]+($|[?])", "/absent$1"),
                from.owner(),
                from.ownerPassword(),
                null,
                Stores.store(from).placeholders());

        assertRefused(() -> new BackupWriter(absent, CLOCK).write(file, key.recipient()), Reason.DATABASE, "3D000");
        assertRefused(() -> new Restore(absent).requireEmpty(), Reason.DATABASE, "3D000");
    }

    @Test
    void aRestoreThatIsCutInTheMiddleLeavesNothingAndIsBegunAgain() throws Exception {
        write();
        Migrations migrations = new Migrations(Stores.store(to));
        migrations.migrateTo(migrations.newest());
        List<String> before = Stores.dump(to);

        try (Connection other = to.asOwner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table audit_entry in row exclusive mode");
            CompletableFuture<Void> restore =
                    CompletableFuture.runAsync(() -> assertRefused(this::restore, Reason.DATABASE, "57P01"));
            while (!restore.isDone() && Stores.strings(to, CUT).isEmpty()) {
                Thread.onSpinWait();
            }
            restore.get(1, TimeUnit.MINUTES);
            other.rollback();
        }
        assertThat(Stores.dump(to)).isEqualTo(before);

        restore();
        assertThat(Stores.dump(to)).isEqualTo(Stores.dump(from));
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
