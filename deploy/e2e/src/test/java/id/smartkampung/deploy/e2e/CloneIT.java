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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fault 24: the disk of a village is copied to another machine, and both speak in its name. */
class CloneIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String FROZEN = "Ada dua komputer yang mengirim atas nama desa ini";

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.VILLAGE;

    @AfterEach
    void onlyOneIsLeft() {
        regency.cloneOf(kode).stop();
    }

    @Test
    void bothAreFrozenAndSaySoUntilAPersonPicksOne() throws IOException, SQLException {
        Traffic before = new Traffic(village(), "351024", 24);
        before.awaitMore(10);
        before.end();
        Arrived.awaitUpToNow(regency, kode, SOON);
        cloneTheDisk();
        String machine = machine();

        regency.cloneOf(kode).start();
        awaitAtTheHub("select count(*) from village_guest where node = ? and fingerprint not like '" + machine + "%'");
        village().stop();
        village().start();

        for (ProgramProcess either : List.of(village(), regency.cloneOf(kode))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(text(either, "operator", "/sinkronisasi"))
                            .contains(FROZEN));
        }
        assertThat(text(regency.hub(), "admin", "/desa/" + kode))
                .contains("Kiriman desa ini dibekukan", "Dua komputer mengirim atas nama desa ini");

        regency.cloneOf(kode).stop();
        pick(machine);
        village().stop();
        village().start();
        Traffic after = new Traffic(village(), "351124", 24);
        after.awaitMore(10);
        after.end();
        Arrived.assertArrived(regency, kode, before.registered());
        Arrived.assertArrived(regency, kode, after.registered());
    }

    /** Everything but the witness, which stands for the machine here: both run on one. */
    private void cloneTheDisk() throws IOException, SQLException {
        Path from = village().folder();
        Path to = Files.createDirectories(regency.cloneOf(kode).folder());
        village().stop();
        copy(from.resolve("keys"), to.resolve("keys"));
        Files.delete(to.resolve("keys").resolve("witness"));
        Database copy = regency.databaseOfClone(kode);
        try (Connection admin = regency.postgres().asAdmin("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + copy.name() + " template "
                    + regency.villageDatabase(kode).name() + " owner " + copy.owner());
        }
        village().start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /** The code by which people tell this machine from another. */
    private String machine() throws IOException {
        return Clerk.at(village().url(), "operator", Accounts.PASSWORD)
                .open("/sinkronisasi")
                .content()
                .select("tr:contains(Kode komputer ini) td")
                .text();
    }

    private void pick(String machine) throws IOException {
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        Clerk.Page page = admin.open("/desa/" + kode);
        String fingerprint = page.content()
                .select("select[name=komputer] option:contains(" + machine + ")")
                .attr("value");
        admin.submit(
                page.form("/tertahan/" + kode + "/lanjutkan"),
                Map.of("komputer", fingerprint, "alasan", "komputer salinan sudah dimatikan"));
    }

    private static String text(ProgramProcess program, String account, String path) throws IOException {
        return Clerk.at(program.url(), account, Accounts.PASSWORD)
                .open(path)
                .content()
                .text();
    }

    private void awaitAtTheHub(String query) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(Rows.number(hub, query, kode.value())).isEqualTo(1));
        }
    }

    private ProgramProcess village() {
        return regency.village(kode);
    }
}
