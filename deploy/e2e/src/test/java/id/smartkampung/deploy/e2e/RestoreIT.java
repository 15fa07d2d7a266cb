package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Faults 21, 22 and 26: a village, then the hub, is put back to an older backup while the other one goes on. */
class RestoreIT {

    /** One person was entered twice: the one from before the restore stays out. */
    private static final Pattern OURS = Pattern.compile("Tetap seperti di server ini|Jangan masukkan");

    private static final Duration SOON = Duration.ofMinutes(2);

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.VILLAGE;
    private final List<String> kept = new ArrayList<>();

    @Test
    void aVillageThatWasRestoredGetsBackWhatItLostAndGoesOn() throws IOException, SQLException {
        work("351021", 5);
        Backup backup = Backup.of(regency.postgres(), village(), regency.villageDatabase(kode));
        work("351121", 10);
        String end = Arrived.head(regency, kode);

        backup.restore();
        village().start();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Arrived.head(regency, kode)).isEqualTo(end));
        work("351221", 5);
        assertSameRowsAndProven();
    }

    @Test
    void aVillageThatWasRestoredAndWorkedOnOverwritesNothing() throws IOException, SQLException {
        work("351022", 5);
        Backup backup = Backup.of(regency.postgres(), village(), regency.villageDatabase(kode));
        work("351122", 6);
        int before = epoch();

        backup.restore();
        regency.kafka().kill();
        village().start();
        register("351222", 4);
        regency.kafka().start();

        await().atMost(SOON).untilAsserted(() -> assertThat(epoch()).isGreaterThan(before));
        work("351322", 3);
        assertSameRowsAndProven();
    }

    /** The second fork lies before the first, of which this server knows nothing any more. */
    @Test
    void aVillageThatWasRestoredTwiceToBeforeItsForkLosesNothing() throws IOException, SQLException {
        work("351025", 3);
        Backup backup = Backup.of(regency.postgres(), village(), regency.villageDatabase(kode));
        work("351125", 3);
        int before = epoch();
        backup.restore();
        regency.kafka().kill();
        Backup older = Backup.of(regency.postgres(), village(), regency.villageDatabase(kode));
        register("351225", 3);
        regency.kafka().start();
        await().atMost(SOON).untilAsserted(() -> assertThat(epoch()).isGreaterThan(before));
        Arrived.awaitSameHead(regency, kode);
        int forked = epoch();

        older.restore();
        regency.kafka().kill();
        village().start();
        register("351325", 3);
        regency.kafka().start();

        await().atMost(SOON).untilAsserted(() -> assertThat(epoch()).isGreaterThan(forked));
        work("351425", 3);
        assertSameRowsAndProven();
    }

    @Test
    void whatCannotStandSideBySideIsSettledByAnOfficer() throws IOException, SQLException {
        work("351023", 3);
        Backup backup = Backup.of(regency.postgres(), village(), regency.villageDatabase(kode));
        work("351123", 2);
        int before = epoch();

        backup.restore();
        regency.kafka().kill();
        village().start();
        register("351123", 2);
        regency.kafka().start();

        await().atMost(SOON).untilAsserted(() -> assertThat(epoch()).isGreaterThan(before));
        keepAllOfOurs();
        Arrived.awaitSameHead(regency, kode);
        assertSameRowsAndProven();
    }

    @Test
    void aHubThatWasRestoredGetsEverythingAgain() throws IOException, SQLException {
        work("351026", 5);
        Backup backup = Backup.of(regency.postgres(), regency.hub(), regency.hubDatabase());
        work("351126", 10);

        backup.restore();
        regency.hub().start();

        Arrived.awaitSameHead(regency, kode);
        work("351226", 5);
        assertSameRowsAndProven();
    }

    private void keepAllOfOurs() {
        try (Screen officer = Screen.of(village(), "operator", 360)) {
            officer.page().navigate("/sinkronisasi");
            officer.page().getByText("Pilih mana yang benar").click();
            Locator keep = officer.page().getByText(OURS);
            keep.first().waitFor();
            assertThat(AccessibilityIT.faults(officer.page())).isEmpty();
            for (int left = keep.count(); left > 0; left--) {
                int open = left;
                keep.first().click();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(keep.count()).isLessThan(open));
            }
        }
    }

    private ProgramProcess village() {
        return regency.village(kode);
    }

    /** Somebody works, and all of it arrives. */
    private void work(String nikPrefix, int most) throws SQLException {
        register(nikPrefix, most);
        Arrived.awaitSameHead(regency, kode);
    }

    private void register(String nikPrefix, int most) {
        Traffic traffic = new Traffic(village(), nikPrefix, kode.hashCode());
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThanOrEqualTo(most));
        } finally {
            traffic.end();
        }
        kept.addAll(traffic.registered());
    }

    /** The digests that the village kept through all this are those of its rows: nothing had to be repaired. */
    private void assertSameRowsAndProven() throws IOException, SQLException {
        assertSameRows();
        long differences = Proven.differences(regency, kode);
        Proven.anew(regency, kode);
        assertThat(Proven.differences(regency, kode)).isEqualTo(differences);
    }

    private void assertSameRows() throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            Rows.assertEqual(village, hub, kode.value());
            assertThat(Rows.strings(hub, "select nik from resident where node = '" + kode + "' and nik is not null"))
                    .as("residents of whom the village said that they are kept")
                    .containsAll(kept)
                    .doesNotHaveDuplicates();
        }
    }

    private int epoch() throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader()) {
            return Integer.parseInt(
                    Rows.strings(village, "select epoch from log_head").get(0));
        }
    }
}
