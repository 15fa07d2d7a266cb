package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.FileFolder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes backups finds the files where they were put. */
class SignedFilesTest {

    @TempDir
    Path folder;

    @Test
    void aBackupFindsEachFileByItsRow() throws Exception {
        LetterConfig config = config();
        Database database = Databases.create("signed_files");
        UUID letter = UUID.randomUUID();
        SignedFiles.Kept kept = new SignedFiles(config).keep(letter, "surat".getBytes(StandardCharsets.US_ASCII));

        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table letter (id uuid, file_sha256 text)");
            statement.execute("insert into letter values (gen_random_uuid(), null), ('" + letter + "', '"
                    + kept.sha256().hex() + "')");
            FileFolder files = SignedFiles.folder(config);
            List<FileFolder.Named> named = files.named(connection);

            assertThat(named).hasSize(1);
            assertThat(files.has(named.get(0))).isTrue();
        }
    }

    @Test
    void theMarkIsAnotherAsSoonAsAFileIsNamedOrNamedOtherwise() throws Exception {
        Database database = Databases.create("marked_files");
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table letter (id uuid, file_sha256 text)");
            FileFolder files = SignedFiles.folder(config());
            Set<String> marks = new LinkedHashSet<>(List.of(files.mark(connection)));
            for (String change : List.of(
                    "insert into letter values (gen_random_uuid(), 'aa')",
                    "insert into letter values (gen_random_uuid(), 'bb')",
                    "update letter set file_sha256 = 'cc' where file_sha256 = 'bb'",
                    "delete from letter where file_sha256 = 'aa'")) {
                statement.execute(change);
                assertThat(marks.add(files.mark(connection))).as(change).isTrue();
            }

            statement.execute("insert into letter values (gen_random_uuid(), null)");

            assertThat(marks).contains(files.mark(connection));
        }
    }

    private LetterConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(
                        new PropertiesConfigSource(Map.of("village.letter.folder", folder.toString()), "test", 100))
                .withMapping(LetterConfig.class)
                .build()
                .getConfigMapping(LetterConfig.class);
    }
}
