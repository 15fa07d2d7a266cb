package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Whether everything that a village said it has kept is at the hub, once, and both have the same rows. */
final class Arrived {

    private static final String HEAD = "select epoch || ':' || sequence || ' ' || encode(hash, 'hex') from ";

    private Arrived() {}

    /** Waits until the log is whole at the hub, and compares row by row. */
    static void assertArrived(Regency regency, KodeWilayah kode, List<String> kept) throws SQLException {
        String node = kode.value();
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> Rows.assertLogIsWhole(village, hub, node));
            Rows.assertEqual(village, hub, node);
            assertThat(Rows.strings(hub, "select nik from resident where node = '" + node + "' and nik is not null"))
                    .as("residents of whom the village said that they are kept")
                    .containsAll(kept)
                    .doesNotHaveDuplicates();
        }
    }

    /** Waits until the hub has applied all that the village has numbered up to now. */
    static void awaitUpToNow(Regency regency, KodeWilayah kode, Duration patience) throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            long numbered = Long.parseLong(
                    Rows.strings(village, "select sequence from log_head").get(0));
            await().atMost(patience)
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(
                                    Rows.number(hub, "select sequence from log_cursor where node = ?", kode.value()))
                            .isGreaterThanOrEqualTo(numbered));
        }
    }

    /** Waits until the log of the village ends at the hub as it does in the village: same place, same hash. */
    static void awaitSameHead(Regency regency, KodeWilayah kode) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(Rows.strings(hub, HEAD + "log_cursor where node = '" + kode.value() + "'"))
                                    .containsExactly(head(regency, kode)));
        }
    }

    /** Place and hash of the end of the log, in the village. */
    static String head(Regency regency, KodeWilayah kode) throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader()) {
            return Rows.strings(village, HEAD + "log_head").get(0);
        }
    }
}
