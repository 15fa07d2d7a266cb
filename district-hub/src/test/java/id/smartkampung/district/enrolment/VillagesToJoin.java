package id.smartkampung.district.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.village.VillageService;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** Two villages that are registered and have not joined yet, and the admin who makes their codes. */
abstract class VillagesToJoin {

    private static final Pattern CODE = Pattern.compile("id=\"kode\">([0-9A-Z-]+)<");
    private static final KodeWilayah DESA = new KodeWilayah("35.10.08.2001");
    static final int REFUSED = 403;

    @Inject
    Officers officers;

    @Inject
    VillageService registry;

    @Inject
    Kampung kampung;

    @Inject
    Reading reading;

    final NodeId a = new NodeId("a-" + UUID.randomUUID());
    final NodeId b = new NodeId("b-" + UUID.randomUUID());
    final JoiningVillage village = new JoiningVillage(a);
    Browser admin;

    @BeforeEach
    void twoVillages() {
        registry.register(a, DESA);
        registry.register(b, DESA);
        admin = officers.a("admin");
        admin.get("/sambungan");
    }

    EnrolmentCode code(NodeId node) {
        String page = admin.post("/sambungan/" + node + "/kode").asString();
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return EnrolmentCode.parse(code.group(1));
    }

    /** The broker learns of a new user a moment after the hub has made it, and a village tries again. */
    void assertWritten(String topic, Envelope event) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(village.send(topic, event)).isNull());
    }

    static Envelope event(NodeId node) {
        return Envelope.next(
                LogHead.start(node),
                "resident-removed.v1",
                "resident/" + UUID.randomUUID(),
                Instant.parse("2026-11-21T01:30:00Z"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    String text(String sql, Object... parameters) {
        return reading.first(row -> row.getString(1), sql, parameters).orElse(null);
    }
}
