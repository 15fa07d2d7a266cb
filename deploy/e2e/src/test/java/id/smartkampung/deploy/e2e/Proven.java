package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A proof that a person asks for. */
final class Proven {

    private static final Duration SOON = Duration.ofMinutes(2);

    private Proven() {}

    /**
     * Presses the button, and waits until the village is proven at a later place and nothing is left to repair. All rows
     * must have been read since: a checkpoint that was under way may pass over what nobody has written.
     *
     * @return the place
     */
    static long anew(Regency regency, KodeWilayah kode, long after) throws IOException, SQLException {
        return awaitAnew(regency, kode, after, ask(regency, kode));
    }

    /** Waits for it without pressing again. */
    static long awaitAnew(Regency regency, KodeWilayah kode, long after, Instant pressed) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(sequence(hub, kode)).isGreaterThan(after);
                assertThat(readWholeAt(hub, kode)).isAfter(pressed);
                assertThat(Rows.strings(hub, "select step from repair where node = '" + kode.value() + "'"))
                        .isEmpty();
            });
            return sequence(hub, kode);
        }
    }

    /**
     * Only presses the button.
     *
     * @return when
     */
    static Instant ask(Regency regency, KodeWilayah kode) throws IOException {
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        Instant pressed = Instant.now();
        admin.submit(admin.open("/desa/" + kode.value()).form("/bukti/"), Map.of());
        return pressed;
    }

    /** The same, at a place after the present end of the log. */
    static void anew(Regency regency, KodeWilayah kode) throws IOException, SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader()) {
            long end = Long.parseLong(
                    Rows.strings(village, "select sequence from log_head").get(0));
            anew(regency, kode, end);
        }
    }

    /** How often rows at the hub were found to be others than in the village. */
    static long differences(Regency regency, KodeWilayah kode) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            return Rows.number(
                    hub,
                    "select coalesce(sum(times), 0) from incident where kind = 'DIVERGED' and node = ?",
                    kode.value());
        }
    }

    private static Instant readWholeAt(Connection hub, KodeWilayah kode) throws SQLException {
        String micros = "select (extract(epoch from full_at) * 1000000)::bigint from proof where node = '%s'"
                .formatted(kode.value());
        return Rows.strings(hub, micros).stream()
                .filter(at -> at != null)
                .map(at -> Instant.EPOCH.plus(Long.parseLong(at), ChronoUnit.MICROS))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static long sequence(Connection hub, KodeWilayah kode) throws SQLException {
        return Rows.strings(hub, "select sequence from proof where node = '" + kode.value() + "'").stream()
                .filter(sequence -> sequence != null)
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }
}
