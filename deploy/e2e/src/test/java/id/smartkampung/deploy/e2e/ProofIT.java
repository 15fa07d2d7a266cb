package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows at the hub are changed behind its back; whole programs find them, name them and put them right. */
class ProofIT {

    private static final int TRIALS = 10;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final List<String> CHANGES = List.of(
            "update resident set full_name = full_name || 'x' where node = '%1$s' and id = '%2$s'",
            "update resident set born_on = coalesce(born_on, '1950-01-01') + 1 where node = '%1$s' and id = '%2$s'",
            "delete from resident where node = '%1$s' and id = '%2$s'",
            "update resident set id = gen_random_uuid() where node = '%1$s' and id = '%2$s'",
            "update resident set node = 'nobody' where node = '%1$s' and id = '%2$s'");

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.BROWSED;

    @Test
    void aRowChangedAtTheHubIsFoundAndPutRight() throws Exception {
        peopleAreRegistered();
        Random random = new Random(20261121);
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asOwner();
                Statement change = hub.createStatement()) {
            long before = Proven.anew(regency, kode, 0);
            for (int trial = 0; trial < TRIALS; trial++) {
                List<String> ids =
                        Rows.strings(hub, "select id from resident where node = '" + kode.value() + "' order by id");
                String id = ids.get(random.nextInt(ids.size()));
                change.execute(CHANGES.get(trial % CHANGES.size()).formatted(kode.value(), id));

                before = Proven.anew(regency, kode, before);

                assertThat(Rows.strings(
                                hub,
                                "select detail from incident where node = '" + kode.value()
                                        + "' and kind = 'DIVERGED' order by id desc limit 1"))
                        .as("trial %d", trial)
                        .singleElement()
                        .asString()
                        .contains(id);
                change.execute("delete from resident where node = 'nobody'");
            }
            Rows.assertEqual(village, hub, kode.value());
        }
    }

    @Test
    void theCertificateOfTheLastProofCanBeTakenAway() throws Exception {
        Proven.anew(regency, kode, 0);
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);

        byte[] certificate = admin.download("/bukti/" + kode.value() + "/sertifikat");

        assertThat(new String(certificate, StandardCharsets.UTF_8))
                .contains("\"format\" : \"kampung-certificate.v1\"")
                .contains("\"node\" : \"" + kode.value() + "\"")
                .contains("\"village\" : {")
                .contains("\"district\" : {");
    }

    private void peopleAreRegistered() throws SQLException {
        Traffic traffic = new Traffic(regency.village(kode), "351013", 13);
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThan(2 * TRIALS));
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, kode, traffic.registered());
    }
}
