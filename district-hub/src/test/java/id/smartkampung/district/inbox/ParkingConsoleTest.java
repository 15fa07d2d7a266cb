package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do about parked events, on the pages where they do it. */
@QuarkusTest
class ParkingConsoleTest {

    private static final String TOPIC = "topic-a";
    private static final String WHY = "program sudah diperbaiki";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    private final UUID id = UUID.randomUUID();
    private final String subject = "resident/" + id;
    private SimulatedVillage village;

    @BeforeEach
    void aVillage() {
        village = villages.aVillage();
    }

    @Test
    void tellsPeopleInPlainWordsWhyAndWhatWaits() throws SQLException {
        twoEventsAreParked();

        String page = words(officers.a("dukcapil").get(path()).asString());

        assertThat(page)
                .contains("Salah satu nilainya ditolak tabel kabupaten")
                .contains("Menunggu peristiwa sebelumnya tentang hal yang sama")
                .contains("SQLSTATE 23514")
                .doesNotContain("Galat Satu");
    }

    @Test
    void replaysASubjectInOrderAfterTheMistakeIsRepaired() throws SQLException {
        twoEventsAreParked();

        act("ulang", "dukcapil", "epoch", "1", "posisi", "1");

        assertThat(tables.value("select full_name || ' ' || seq from resident where node = ?", village.node()))
                .isEqualTo("Galat Dua 2");
        assertThat(tables.count("parked_event", village.node())).isZero();
        assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
    }

    @Test
    void replaysEverythingThatWaitsAtOnce() throws SQLException {
        twoEventsAreParked();

        browser("dukcapil").post("/tertahan/ulang-semua", "alasan", WHY);

        assertThat(tables.count("parked_event", village.node())).isZero();
        assertThat(tables.value("select full_name from resident where node = ?", village.node()))
                .isEqualTo("Galat Dua");
    }

    @Test
    void refusesToReplayInAnotherOrderAndSaysWhy() throws SQLException {
        twoEventsAreParked();

        String answer = act("ulang", "dukcapil", "epoch", "1", "posisi", "2");

        assertThat(words(answer)).contains("Peristiwa 2 belum boleh diulang: peristiwa 1");
        assertThat(tables.count("resident", village.node())).isZero();
        assertThat(tables.count("parked_event", village.node())).isEqualTo(2);
    }

    @Test
    void keepsWhatStillCannotBeAppliedWaiting() throws SQLException {
        try (Bug bug = new Bug()) {
            assertThat(bug).isNotNull();
            receive("Galat Satu", "Galat Dua");
            act("ulang", "dukcapil", "epoch", "1", "posisi", "1");
        }

        assertThat(tables.count("parked_event", village.node())).isEqualTo(2);
        assertThat(tables.count("resident", village.node())).isZero();
    }

    @Test
    void goesOnByItselfWithLaterEventsOnceNothingOfTheSubjectWaits() throws SQLException {
        twoEventsAreParked();
        act("ulang", "dukcapil", "epoch", "1", "posisi", "1");

        receive("Siti Tiga");

        assertThat(tables.value("select full_name from resident where node = ?", village.node()))
                .isEqualTo("Siti Tiga");
    }

    @Test
    void onePersonAloneCannotLeaveAnEventOut() throws SQLException {
        twoEventsAreParked();
        act("lewati", "dukcapil");

        String answer = act("setujui", "dukcapil");

        assertThat(words(answer)).contains("perlu dua orang");
        assertThat(tables.count("parked_event", village.node())).isEqualTo(2);
    }

    @Test
    void twoPeopleLeaveEventsOutAndTheDifferenceStaysVisible() throws SQLException {
        twoEventsAreParked();
        act("lewati", "dukcapil");
        act("setujui", "admin");

        assertThat(tables.count("parked_event", village.node())).isZero();
        assertThat(tables.count("skipped_event", village.node())).isEqualTo(2);
        assertThat(words(officers.a("inspektorat").get("/tertahan").asString())).contains("Berbeda dari desa");
    }

    @Test
    void aLaterEventOfTheSubjectHealsWhatWasLeftOut() throws SQLException {
        twoEventsAreParked();
        act("lewati", "dukcapil");
        act("setujui", "admin");

        receive("Siti Tiga");

        assertThat(tables.value("select min(healed_seq) from skipped_event where node = ?", village.node()))
                .isEqualTo("3");
        assertThat(tables.value("select full_name from resident where node = ?", village.node()))
                .isEqualTo("Siti Tiga");
    }

    @Test
    void whatCameAfterTheWishIsNotLeftOutWithIt() throws SQLException {
        twoEventsAreParked();
        act("lewati", "dukcapil");
        receive("Siti Tiga");
        act("setujui", "admin");

        assertThat(tables.count("skipped_event", village.node())).isEqualTo(2);
        assertThat(tables.value("select full_name || ' ' || seq from resident where node = ?", village.node()))
                .isEqualTo("Siti Tiga 3");
    }

    @Test
    void anythingDoneStandsInTheTrailWithItsReason() throws SQLException {
        twoEventsAreParked();
        act("lewati", "dukcapil");
        act("setujui", "admin");

        assertThat(tables.value(
                        "select string_agg(action || ' ' || reason, ', ' order by id) from audit_entry"
                                + " where subject like ? || '/%'",
                        village.node()))
                .isEqualTo("parking-skip-asked " + WHY + ", parking-skipped " + WHY);
    }

    @Test
    void nothingIsDoneWithoutAReason() throws SQLException {
        twoEventsAreParked();

        String answer = browser("dukcapil")
                .post("/tertahan/" + village.node() + "/lewati", "subjek", subject, "alasan", "  ")
                .asString();

        assertThat(words(answer)).contains("Tulis alasannya");
        assertThat(tables.count("skip_request", village.node())).isZero();
    }

    @Test
    void theInspectorateLooksAndDoesNotAct() throws SQLException {
        twoEventsAreParked();

        act("ulang", "inspektorat", "epoch", "1", "posisi", "1");

        assertThat(tables.count("parked_event", village.node())).isEqualTo(2);
    }

    @Test
    void aCamatDoesNotSeeTheConsole() {
        assertThat(officers.aCamatOf("35.10.08").get("/tertahan").statusCode()).isEqualTo(403);
    }

    @Test
    void aTypeLearnedByAnUpgradeIsTriedAgainByItself() throws SQLException {
        twoEventsAreParked();

        kampung.run(
                "update parked_event set code = 'UNKNOWN_TYPE' where node = ? and sequence = 1",
                village.node().value());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(tables.count("parked_event", village.node())).isZero());
        assertThat(tables.value("select full_name from resident where node = ?", village.node()))
                .isEqualTo("Galat Dua");
    }

    @Test
    void aPausedVillageGoesOnWhenAPersonReleasesIt() throws SQLException {
        for (int i = 0; i < 51; i++) {
            village.append("goat-recorded.v1", "goat/" + i, "{}");
        }
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        browser("dispermades").post("/tertahan/" + village.node() + "/lanjutkan", "alasan", WHY);
        village.records(aResident());
        village.append("goat-recorded.v1", "goat/51", "{}");
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(52)));

        assertThat(tables.count("resident", village.node())).isEqualTo(1);
        assertThat(tables.value("select state from log_cursor where node = ?", village.node()))
                .isEqualTo("RECEIVING");
    }

    /** Two states of one person that the hub fails at, and then the mistake is repaired. */
    private void twoEventsAreParked() throws SQLException {
        try (Bug bug = new Bug()) {
            assertThat(bug).isNotNull();
            receive("Galat Satu", "Galat Dua");
        }
        assertThat(tables.count("parked_event", village.node())).isEqualTo(2);
    }

    private void receive(String... names) throws SQLException {
        int first = Math.toIntExact(village.head().position().sequence()) + 1;
        for (String name : names) {
            village.records(aResident(id, name, Sex.FEMALE, BaseStatus.ALIVE));
        }
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(first)));
    }

    private String act(String action, String role, String... more) {
        String[] form = new String[4 + more.length];
        form[0] = "subjek";
        form[1] = subject;
        form[2] = "alasan";
        form[3] = WHY;
        System.arraycopy(more, 0, form, 4, more.length);
        return browser(role)
                .post("/tertahan/" + village.node() + "/" + action, form)
                .asString();
    }

    private Browser browser(String role) {
        Browser browser = officers.a(role);
        browser.get("/tertahan");
        return browser;
    }

    private String path() {
        return "/tertahan/" + village.node() + "?subjek=" + subject;
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
