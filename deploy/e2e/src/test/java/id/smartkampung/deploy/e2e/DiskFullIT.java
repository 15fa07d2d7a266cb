package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.trouble.SmallDisk;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Faults 10 and 43: the disk under a database is full to the last byte. */
class DiskFullIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MEGABYTES = 256;
    private static final int WHOLE_SERVER_MEGABYTES = 640;
    private static final int AT_MOST_SEGMENTS = 100;

    /** Changes that wait for a hub without room; far more than are under way to one that takes them in. */
    private static final int BACKLOG = 30;

    private static final String AT_THE_VILLAGE = "Cakram server ini penuh";
    private static final String AT_THE_HUB = "Cakram basis data kabupaten penuh";

    private final KodeWilayah kode = SharedRegency.VILLAGE;

    @Test
    void aVillageWithoutRoomKeepsNothingInHalfSaysSoAndGoesOnAloneWhenThereIsRoom() throws Exception {
        Regency regency = SharedRegency.get();
        try (SmallDisk disk = SmallDisk.at(folder().resolve("village"), MEGABYTES);
                OwnDisk moved =
                        OwnDisk.under(regency.postgres(), regency.village(kode), regency.villageDatabase(kode), disk)) {
            Clerk operator = Clerk.at(moved.program().url(), "operator", Accounts.PASSWORD);
            Traffic traffic = new Traffic(moved.program(), "351110", 10);
            List<String> refused = new ArrayList<>();
            try {
                traffic.awaitMore(10);
                Clerk.Page form = operator.open("/penduduk/baru");
                disk.fill();
                AtomicInteger tried = new AtomicInteger();
                // The pages that the tables have already take some more.
                await().atMost(SOON).untilAsserted(() -> {
                    String nik = "351210" + String.format("%010d", tried.incrementAndGet());
                    Clerk.Page answer = operator.submit(form.form("/penduduk"), resident(nik));
                    if (answer.status() >= 400) {
                        refused.add(nik);
                    }
                    assertThat(answer.status()).isEqualTo(507);
                    assertThat(answer.content().text()).contains(AT_THE_VILLAGE);
                });
                assertThat(operator.open("/sinkronisasi").content().text()).contains(AT_THE_VILLAGE);
                assertThat(operator.open("/penduduk").status()).isEqualTo(200);
                assertThat(moved.program().isReady()).isTrue();

                disk.empty();
                traffic.awaitMore(10);
                awaitNoText(operator, "/sinkronisasi", AT_THE_VILLAGE);
            } finally {
                traffic.end();
            }
            Arrived.assertArrived(regency, kode, traffic.registered());
            try (Connection village = regency.villageDatabase(kode).asReader()) {
                assertThat(Rows.strings(village, "select nik from resident"))
                        .as("residents of whom the village said that they were not kept")
                        .doesNotContainAnyElementsOf(refused);
            }
        }
    }

    @Test
    void aHubWithoutRoomParksNothingSaysSoAndGoesOnAloneWhileTheVillagesWork() throws Exception {
        Regency regency = SharedRegency.get();
        try (SmallDisk disk = SmallDisk.at(folder().resolve("hub"), MEGABYTES);
                OwnDisk moved = OwnDisk.under(regency.postgres(), regency.hub(), regency.hubDatabase(), disk)) {
            Clerk official = Clerk.at(moved.program().url(), "admin", Accounts.PASSWORD);
            Traffic traffic = new Traffic(regency.village(kode), "351143", 43);
            try {
                traffic.awaitMore(10);
                disk.fill();
                awaitText(official, "/desa", AT_THE_HUB);
                traffic.awaitMore(BACKLOG);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(waiting(regency)).isGreaterThanOrEqualTo(BACKLOG));
                assertThat(official.open("/desa").content().text()).contains(AT_THE_HUB);
                assertThat(parked(regency)).isZero();

                disk.empty();
                awaitNoText(official, "/desa", AT_THE_HUB);
                traffic.awaitMore(10);
            } finally {
                traffic.end();
            }
            Arrived.assertArrived(regency, kode, traffic.registered());
        }
    }

    /** Its own log finds no room either, and it dies of it; what watches over the machine starts it, as it does. */
    @Test
    void aDatabaseServerThatDiedOfAFullDiskComesBackWithAllThatWasKept() throws Exception {
        Path folder = folder();
        try (SmallDisk disk = SmallDisk.at(folder.resolve(RegencyPlan.POSTGRES), WHOLE_SERVER_MEGABYTES);
                Regency regency = new Regency(
                        RegencyPlan.onFreePorts(disk.folder().getParent(), List.of(kode))
                                .withEnvironment(Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")),
                        Checkout.here())) {
            regency.start();
            Traffic traffic = new Traffic(regency.village(kode), "351013", 13);
            try {
                traffic.awaitMore(10);
                long refused = traffic.refused();
                disk.fill();
                assertThatThrownBy(() -> write(regency))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("PANIC");
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(traffic.refused()).isGreaterThan(refused));

                disk.empty();
                regency.postgres().start();
                traffic.awaitMore(10);
            } finally {
                traffic.end();
            }
            Arrived.assertArrived(regency, kode, traffic.registered());
        }
    }

    /** A busy day, until no further segment of the server's log finds a place. */
    private static void write(Regency regency) throws SQLException {
        try (Connection admin = regency.postgres().asAdmin("postgres");
                Statement statement = admin.createStatement()) {
            for (int segment = 0; segment < AT_MOST_SEGMENTS; segment++) {
                statement.execute("select pg_logical_emit_message(false, 'day', repeat('x', 16777216), true)");
            }
        }
    }

    /** How many events of the village the hub has yet to take in. */
    private long waiting(Regency regency) throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            long applied = Rows.number(hub, "select sequence from log_cursor where node = ?", kode.value());
            return Long.parseLong(Rows.strings(village, "select sequence from log_head")
                            .get(0))
                    - applied;
        }
    }

    private long parked(Regency regency) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.number(hub, "select count(*) from parked_event where node = ?", kode.value());
        }
    }

    private static Map<String, String> resident(String nik) {
        return Map.of(
                "nik", nik, "fullName", "Warga Cakram Penuh", "sex", "2", "bornOn", "1990-03-11", "dusun", "KRAJAN");
    }

    private static void awaitText(Clerk clerk, String path, String words) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(clerk.open(path).content().text()).contains(words));
    }

    private static void awaitNoText(Clerk clerk, String path, String words) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(clerk.open(path).content().text()).doesNotContain(words));
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "regency")), "disk")
                .toAbsolutePath();
    }
}
