package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.backup.BackupFile;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.backup.Manifest;
import id.smartkampung.web.file.PrivateFile;
import id.smartkampung.web.text.Texts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The admin of a village looks after its backups. */
@QuarkusTest
class BackupPageTest {

    private static final Pattern KEY = Pattern.compile("id=\"kunci\">([0-9A-Z ]+)<");

    @Inject
    BackupShelf shelf;

    @Inject
    BackupConfig config;

    @Inject
    SyncConfig sync;

    @Inject
    Texts texts;

    private Clerk admin;

    @BeforeEach
    void nothingYet() throws IOException {
        Files.deleteIfExists(config.folder().resolve("state.json"));
        for (BackupShelf.Kept kept : shelf.kept()) {
            Files.delete(kept.file());
        }
        admin = Clerk.as("admin");
        admin.get("/cadangan");
    }

    @Test
    void aBackupIsMadeNowAndOpenedWithThePrintedKey() throws Exception {
        String page = admin.follow(admin.post("/cadangan/sekarang"));

        assertThat(page).contains("Cadangan dibuat");
        Path file = shelf.kept().get(0).file();
        Manifest manifest = new BackupFile(file, BackupKey.parse(key(print()))).verify();
        assertThat(manifest.node()).isEqualTo("35.10.01.2001");
        assertThat(manifest.position()).matches("1:\\d+ [0-9a-f]{64}");
        assertThat(manifest.tables())
                .extracting(Manifest.Table::name)
                .contains("account", "resident", "outbox", "outbox_left", "audit_entry")
                .doesNotContain("session", "flyway_schema_history");
    }

    @Test
    void theKeyIsShownOnlyForThePasswordAndLeavesATrace() {
        String first = key(print());

        Response without = admin.post("/cadangan/kunci");
        Response wrong = admin.post("/cadangan/kunci", "sandi", "salah sekali");
        Response right = admin.post("/cadangan/kunci", "sandi", TestAccounts.PASSWORD);

        assertThat(List.of(without.statusCode(), wrong.statusCode(), right.statusCode()))
                .containsExactly(422, 422, 200);
        assertThat(wrong.asString()).contains("Kata sandi tidak cocok").doesNotContain(first);
        assertThat(key(right)).isEqualTo(first);
        assertThat(right.header("Cache-Control")).isEqualTo("no-store");
        assertThat(admin.get("/jejak").asString())
                .contains("Menampilkan kunci cadangan")
                .doesNotContain(first);
    }

    @Test
    void thePageWarnsUntilTheKeyIsPrinted() {
        assertThat(admin.get("/cadangan").asString()).contains("Kunci cadangan belum dicetak");

        print();

        assertThat(admin.get("/cadangan").asString()).doesNotContain("Kunci cadangan belum dicetak");
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        for (int day = 10; day < 20; day++) {
            Files.writeString(
                    Files.createDirectories(config.folder())
                            .resolve("village-35.10.01.2001-202601" + day + "T020000Z.age"),
                    "x");
        }

        admin.post("/cadangan/sekarang");

        assertThat(shelf.kept()).hasSize(config.keep());
        assertThat(shelf.kept().get(config.keep() - 1).name()).contains("20260114");
    }

    @Test
    void lettersThatAreLostAreSaidUntilTheyAreBack() {
        admin.post("/cadangan/sekarang");
        shelf.lost(List.of("aa/satu.pdf", "aa/dua.pdf"));

        assertThat(admin.get("/cadangan").asString()).contains("2 berkas surat hilang atau rusak");

        shelf.lost(List.of());

        assertThat(admin.get("/cadangan").asString()).doesNotContain("hilang atau rusak di server ini");
    }

    @Test
    void aFolderThatIsGoneIsNamedUntilItIsThereAgain() throws IOException {
        Path away = config.folder().resolveSibling("backup-away");
        Files.createDirectories(config.folder());
        Files.move(config.folder(), away);
        Files.writeString(config.folder(), "");
        try {
            Response refused = admin.post("/cadangan/sekarang");

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("folder cadangan tidak dapat ditulis");
            assertThat(admin.get("/cadangan").asString()).contains("Cadangan terakhir gagal dibuat: folder cadangan");
        } finally {
            Files.delete(config.folder());
            Files.move(away, config.folder());
        }

        assertThat(admin.follow(admin.post("/cadangan/sekarang"))).contains("Cadangan dibuat");
        assertThat(admin.get("/cadangan").asString()).doesNotContain("gagal dibuat");
    }

    @Test
    void aSheetWithAKeyThatIsNoLongerInUseIsPrintedAgain() throws Exception {
        print();
        Path key = sync.keysFolder().resolve("backup.key");
        byte[] printed = Files.readAllBytes(key);
        Files.delete(key);
        try {
            admin.post("/cadangan/sekarang");

            assertThat(admin.get("/cadangan").asString()).contains("Kunci cadangan belum dicetak");

            print();

            assertThat(admin.get("/cadangan").asString()).doesNotContain("Kunci cadangan belum dicetak");
        } finally {
            PrivateFile.write(key, printed);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whateverFailsHasASentence(Reason reason) {
        assertThat(texts.has(BackupKeeper.TROUBLE + BackupKeeper.trouble(reason)))
                .isTrue();
        assertThat(texts.has("refusal.backup-" + BackupKeeper.trouble(reason))).isTrue();
    }

    @Test
    void itIsForTheAdminOnly() {
        assertThat(Clerk.as("operator").post("/cadangan/sekarang").statusCode()).isEqualTo(403);
    }

    private Response print() {
        return admin.post("/cadangan/kunci", "sandi", TestAccounts.PASSWORD);
    }

    private static String key(Response page) {
        Matcher found = KEY.matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
