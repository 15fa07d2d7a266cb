package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drill: a village loses its database and its folder, and goes on on a new machine; the hub loses its database. */
class LostVillageIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String NOTE = "tinggal bersama bibi, catatan ini tidak pernah keluar desa";

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.VILLAGE;

    @Test
    void aVillageThatLostEverythingComesBackOnANewMachineWithItsBackupAndItsTail() throws IOException, SQLException {
        work("351028", 5);
        String account = addAccount();
        String resident = writeNote();
        String key = printKey();
        SignedByPen inBackup = SignedByPen.of(village(), resident);
        leaveBackup();
        work("351128", 4);
        List<String> before = everything();
        SignedByPen afterwards = SignedByPen.of(village(), resident);
        List<byte[]> files = List.of(inBackup.file(village()), afterwards.file(village()));
        awaitDeposited(2);
        Arrived.awaitSameHead(regency, kode);
        village().stop();
        String end = Arrived.head(regency, kode);

        loseEverything();
        assertThat(village().runCommandTyping(answers(key), "restore", "--from-district"))
                .isZero();
        village().start();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Arrived.head(regency, kode)).isEqualTo(end));
        assertThat(everything()).containsAll(before);
        try (Connection database = regency.villageDatabase(kode).asReader()) {
            assertThat(Rows.strings(database, "select note from resident where id = '" + resident + "'"))
                    .containsExactly(NOTE);
        }
        assertThat(accounts()).contains(account);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of(inBackup.file(village()), afterwards.file(village())))
                        .containsExactlyElementsOf(files));
        work("351228", 3);
        assertSameRowsAndProven();
    }

    @Test
    void withoutABackupThePeopleComeBackFromTheDistrict() throws IOException, SQLException {
        work("351029", 5);
        village().stop();
        String end = Arrived.head(regency, kode);
        try (Connection hub = regency.hubDatabase().asOwner();
                Statement statement = hub.createStatement()) {
            statement.execute("delete from village_backup where node = '" + kode + "'");
        }

        loseEverything();
        assertThat(village().runCommandTyping(answers("-"), "restore", "--from-district"))
                .isOne();
        assertThat(Files.readString(village().log()))
                .contains("NO_DEPOSIT: Kabupaten tidak menyimpan cadangan desa ini");
        village().start();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Arrived.head(regency, kode)).isEqualTo(end));
        work("351129", 3);
        assertSameRowsAndProven();
    }

    @Test
    void aHubThatWasRestoredFromItsBackupGetsEverythingAgain() throws IOException, SQLException {
        work("351027", 5);
        Path backup = regency.hub().folder().toAbsolutePath().resolve("hub-" + UUID.randomUUID() + ".age");
        assertThat(regency.hub().runCommand("backup", backup.toString())).isZero();
        work("351127", 10);

        regency.hub().stop();
        recreate(regency.hubDatabase());
        assertThat(regency.hub().runCommand("restore", backup.toString())).isZero();
        regency.hub().start();

        Arrived.awaitSameHead(regency, kode);
        work("351227", 5);
        assertSameRowsAndProven();
    }

    /** Address and code as the admin of the regency reads them out, and the key from the safe. */
    private List<String> answers(String key) throws IOException {
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        admin.submit(admin.open("/sambungan/" + kode + "/cabut").form("/sambungan/" + kode + "/cabut"), Map.of());
        Clerk.Page code = admin.submit(admin.open("/sambungan").form("/sambungan/" + kode + "/kode"), Map.of());
        return List.of(
                code.content().select("#alamat").text(),
                code.content().select("#kode").text(),
                key);
    }

    private String addAccount() throws IOException {
        String name = "uji." + UUID.randomUUID().toString().substring(0, 8);
        Clerk admin = Clerk.at(village().url(), "admin", Accounts.PASSWORD);
        admin.submit(
                admin.open("/akun-pengguna").form("/akun-pengguna"),
                Map.of("displayName", "Petugas Uji", "username", name, "role", "operator"));
        return name;
    }

    private String writeNote() throws IOException, SQLException {
        String id;
        try (Connection database = regency.villageDatabase(kode).asReader()) {
            id = Rows.strings(database, "select id from resident where nik like '351028%' limit 1")
                    .get(0);
        }
        Clerk operator = Clerk.at(village().url(), "operator", Accounts.PASSWORD);
        Clerk.Page answer = operator.submit(
                operator.open("/penduduk/" + id + "/ubah").form("/penduduk/" + id), Map.of("note", NOTE));
        assertThat(answer.status()).isLessThan(400);
        return id;
    }

    private String printKey() {
        try (Screen admin = Screen.of(village(), "admin", 360)) {
            admin.page().navigate("/cadangan");
            assertThat(AccessibilityIT.faults(admin.page())).isEmpty();
            admin.page().fill("input[name=sandi]", Accounts.PASSWORD);
            admin.page().getByText("Tampilkan kunci untuk dicetak").click();
            admin.page().locator("#kunci").waitFor();
            assertThat(AccessibilityIT.faults(admin.page())).isEmpty();
            return admin.page().locator("#kunci").textContent();
        }
    }

    private void leaveBackup() throws IOException, SQLException {
        Clerk admin = Clerk.at(village().url(), "admin", Accounts.PASSWORD);
        try (Connection hub = regency.hubDatabase().asReader()) {
            List<String> before = kept(hub);
            admin.submit(admin.open("/cadangan").form("/cadangan/sekarang"), Map.of());
            await().atMost(SOON).untilAsserted(() -> assertThat(kept(hub)).isNotEqualTo(before));
        }
        assertThat(Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD)
                        .open("/desa/" + kode)
                        .content()
                        .select("dt:contains(Cadangan terakhir) + dd")
                        .text())
                .contains("WIB");
    }

    /** Signed letters go to the hub by themselves, locked. */
    private void awaitDeposited(int letters) {
        Path folder = regency.hub().folder().resolve("data/deposits/letters").resolve(kode.value());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(folder).isDirectory();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".age")))
                        .hasSizeGreaterThanOrEqualTo(letters);
            }
        });
    }

    private List<String> kept(Connection hub) throws SQLException {
        return Rows.strings(hub, "select id from village_backup where node = '" + kode + "' order by id");
    }

    private void loseEverything() throws IOException, SQLException {
        village().stop();
        recreate(regency.villageDatabase(kode));
        try (Stream<Path> files = Files.walk(village().folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void recreate(Database database) throws SQLException {
        try (Connection admin = regency.postgres().asAdmin("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("drop database " + database.name() + " with (force)");
        }
        regency.postgres()
                .createDatabase(
                        database.name(), database.ownerPassword(), database.appPassword(), database.readerPassword());
    }

    /** All that a village has and the district has not, and the rows that both have. */
    private List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection database = regency.villageDatabase(kode).asOwner()) {
            for (String table : List.of("account", "family", "resident", "request", "request_step", "node_key")) {
                all.addAll(Rows.strings(
                        database,
                        "select '" + table + " ' || (to_jsonb(t) - 'version' - 'created_at' - 'updated_at')::text from "
                                + table + " t order by 1"));
            }
        }
        return all;
    }

    private List<String> accounts() throws SQLException {
        try (Connection database = regency.villageDatabase(kode).asOwner()) {
            return Rows.strings(database, "select username from account");
        }
    }

    private ProgramProcess village() {
        return regency.village(kode);
    }

    /** Somebody works, and all of it arrives. */
    private void work(String nikPrefix, int most) throws SQLException {
        Traffic traffic = new Traffic(village(), nikPrefix, kode.hashCode());
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThanOrEqualTo(most));
        } finally {
            traffic.end();
        }
        Arrived.awaitSameHead(regency, kode);
    }

    private void assertSameRowsAndProven() throws IOException, SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            Rows.assertEqual(village, hub, kode.value());
        }
        Proven.anew(regency, kode);
    }
}
