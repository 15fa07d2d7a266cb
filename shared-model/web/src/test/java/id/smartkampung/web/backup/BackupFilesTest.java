package id.smartkampung.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.backup.Manifest.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that rows name go into a backup with them, and come back as they were. */
class BackupFilesTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:00Z"), ZoneOffset.UTC);
    private static final String NAMED = """
        select 'ab/' || username || '.pdf', display_name from account where display_name ~ '^[0-9a-f]{64}$' order by 1
        """;

    @TempDir
    Path folder;

    private final BackupKey key = BackupKey.generate();
    private Database from;
    private Database to;
    private Path file;
    private Path here;
    private Path there;

    @BeforeEach
    void twoServers() throws SQLException, IOException {
        int number = COUNT.incrementAndGet();
        from = Databases.create("backup_files_from_" + number);
        to = Databases.create("backup_files_to_" + number);
        file = folder.resolve("backup.age");
        here = Files.createDirectories(folder.resolve("here"));
        there = folder.resolve("there");
        Stores.fill(from);
    }

    @Test
    void eachComesBackByteForByte() throws Exception {
        byte[] small = letter("a", 100);
        byte[] large = letter("b", 3 * 1024 * 1024 + 17);
        byte[] empty = letter("c", 0);
        Files.writeString(here.resolve("ab/of-no-row.pdf"), "x");
        write();

        Manifest manifest = restore();

        assertThat(manifest.files()).extracting(StoredFile::path).containsExactly("ab/a.pdf", "ab/b.pdf", "ab/c.pdf");
        assertThat(there.resolve("ab/a.pdf")).hasBinaryContent(small);
        assertThat(there.resolve("ab/b.pdf")).hasBinaryContent(large);
        assertThat(there.resolve("ab/c.pdf")).hasBinaryContent(empty);
        assertThat(there.resolve("ab")).isDirectoryNotContaining("glob:**{part,of-no}*");
        assertThat(Stores.dump(to)).isEqualTo(Stores.dump(from));
    }

    @Test
    void oneThatIsThereIsLeftAloneAndADamagedOneIsReplaced() throws Exception {
        byte[] whole = letter("a", 100);
        byte[] other = letter("b", 100);
        write();
        FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.createDirectories(there.resolve("ab"));
        Files.write(there.resolve("ab/a.pdf"), whole);
        Files.setLastModifiedTime(there.resolve("ab/a.pdf"), longAgo);
        Files.writeString(there.resolve("ab/b.pdf"), "half");

        restore();

        assertThat(Files.getLastModifiedTime(there.resolve("ab/a.pdf"))).isEqualTo(longAgo);
        assertThat(there.resolve("ab/b.pdf")).hasBinaryContent(other);
    }

    @Test
    void oneThatIsLostOrChangedIsNamedAndStopsNoBackup() throws Exception {
        byte[] whole = letter("a", 100);
        letter("b", 100);
        letter("c", 100);
        letter("d", 100);
        Files.delete(here.resolve("ab/b.pdf"));
        Files.writeString(here.resolve("ab/c.pdf"), "changed");
        Files.delete(here.resolve("ab/d.pdf"));
        // Opens and then does not read, as on a disk that is dying.
        Files.createDirectory(here.resolve("ab/d.pdf"));
        write();

        Manifest manifest = restore();

        assertThat(manifest.lacking()).containsExactly("ab/b.pdf", "ab/c.pdf", "ab/d.pdf");
        assertThat(there.resolve("ab/a.pdf")).hasBinaryContent(whole);
        assertThat(there.resolve("ab")).isDirectoryNotContaining("glob:**{b,c,d}.pdf");
        assertThat(Stores.dump(to)).isEqualTo(Stores.dump(from));
    }

    @Test
    void theNightlyOneLeavesThemWhereTheyAreAndLooksAtEach() throws Exception {
        letter("a", 100);
        letter("b", 100);
        Files.writeString(here.resolve("ab/b.pdf"), "changed");

        new BackupWriter(from(), CLOCK).writeRows(file, key.recipient());

        Manifest manifest = restore();
        assertThat(manifest.files()).isEmpty();
        assertThat(manifest.beside())
                .extracting(StoredFile::path, StoredFile::size)
                .containsExactly(tuple("ab/a.pdf", 100L));
        assertThat(manifest.lacking()).containsExactly("ab/b.pdf");
        assertThat(there).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.pdf", "ab/../../x.pdf", "/tmp/x.pdf", "ab/.ssh", "C:x.pdf", "ab\\x.pdf", "ab//x", "", "."})
    void aPathThatLeadsOutIsRefusedAndNothingIsWritten(String path) throws Exception {
        letter("a", 100);
        Manifest told = write();
        forge(told, path);

        assertRefused(this::restore, Reason.DAMAGED);
        assertThat(Stores.tables(to)).isEmpty();
        assertThat(there).doesNotExist();
    }

    @Test
    void aFolderThatTakesNothingIsNamedAndNoRowComesIn() throws Exception {
        letter("a", 100);
        write();
        Files.createDirectories(there);
        Files.writeString(there.resolve("ab"), "in the way");

        assertRefused(this::restore, Reason.FILES);
        assertThat(Stores.strings(to, "select count(*) from account")).containsExactly("0");

        Files.delete(there.resolve("ab"));
        restore();
        assertThat(there.resolve("ab/a.pdf")).exists();
    }

    @Test
    void aProgramThatHasNoPlaceForThemRefusesThem() throws Exception {
        letter("a", 100);
        write();

        assertRefused(() -> new Restore(Stores.store(to)).restore(new BackupFile(file, key)), Reason.NEWER);
    }

    @Test
    void beforeARowCanNameOneThereAreNone() throws Exception {
        FileFolder later = new FileFolder(here, "account", "not_yet", "select nothing");

        assertThat(new BackupWriter(Stores.store(from).with(later), CLOCK)
                        .write(file, key.recipient())
                        .files())
                .isEmpty();
    }

    /** A file, and a row that names it. */
    private byte[] letter(String name, int size) throws IOException, SQLException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        MessageDigest digest = Digests.sha256();
        digest.update(bytes);
        Files.createDirectories(here.resolve("ab"));
        Files.write(here.resolve("ab/" + name + ".pdf"), bytes);
        Stores.execute(
                from,
                "insert into account (id, username, display_name, role, created_at) values (gen_random_uuid(), '" + name
                        + "', '" + Digests.hex(digest) + "', 'admin', now())");
        return bytes;
    }

    /** As somebody would write it who has the public half of the key. */
    private void forge(Manifest told, String path) throws Exception {
        byte[] content = "x".getBytes(StandardCharsets.US_ASCII);
        MessageDigest digest = Digests.sha256();
        digest.update(content);
        Manifest forged = new Manifest(
                told.format(),
                told.program(),
                told.node(),
                told.version(),
                told.schema(),
                told.postgres(),
                told.takenAt(),
                told.position(),
                List.of(),
                told.leftOut(),
                told.sequences(),
                List.of(new StoredFile(path, 1, Digests.hex(digest))),
                List.of(),
                List.of());
        try (ZipOutputStream zip = new ZipOutputStream(Seal.locking(Files.newOutputStream(file), key.recipient()))) {
            zip.putNextEntry(new ZipEntry(BackupWriter.FILES + path));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(BackupWriter.MANIFEST));
            zip.write(new ObjectMapper().writeValueAsBytes(forged));
        }
    }

    private Store from() {
        return Stores.store(from).with(new FileFolder(here, "account", "display_name", NAMED));
    }

    private Manifest write() throws BackupException {
        return new BackupWriter(from(), CLOCK).write(file, key.recipient());
    }

    private Manifest restore() throws BackupException {
        Store store = Stores.store(to).with(new FileFolder(there, "account", "display_name", NAMED));
        return new Restore(store).restore(new BackupFile(file, key));
    }

    private static void assertRefused(ThrowingCallable attempt, Reason reason) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
