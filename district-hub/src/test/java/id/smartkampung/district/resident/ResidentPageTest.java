package id.smartkampung.district.resident;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.district.web.Reading;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResidentPageTest {

    private static final String KALIBARU = "35.10.11.2001";
    private static final String NIK = "3510114403870001";

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    @Inject
    Reading reading;

    private Browser dukcapil;
    private UUID resident;

    @BeforeEach
    void aResidentIsRegistered() {
        dukcapil = officers.a("dukcapil");
        kampung.joins(KALIBARU, "Kebonrejo");
        resident = kampung.registers(KALIBARU, NIK, "Nur'aini Karangan");
        dukcapil.get("/penduduk");
    }

    @Test
    void findsByNameWithoutMarksAndShowsTheNikMasked() {
        String page = dukcapil.post("/penduduk", "q", "NURAINI kara", "desa", KALIBARU)
                .asString();

        assertThat(page)
                .contains("Nur&#39;aini Karangan")
                .contains("351011••••••••••")
                .contains("1987")
                .doesNotContain("4 Maret 1987");
        assertThat(page.replace("value=\"" + NIK + "\"", "")).doesNotContain(NIK);
    }

    @Test
    void findsByNikInTheBodyOfTheQuestion() {
        assertThat(dukcapil.post("/penduduk", "q", "3510 1144 0387 0001", "desa", KALIBARU)
                        .asString())
                .contains("Karangan");
    }

    @Test
    void takesAPercentSignForALetter() {
        assertThat(dukcapil.post("/penduduk", "q", "%", "desa", KALIBARU).asString())
                .contains("Tidak ada penduduk yang cocok");
    }

    @Test
    void opensWithAReasonThatStaysOnRecord() {
        String page =
                dukcapil.post(path() + "/buka", "alasan", "Surat tugas 12").asString();

        assertThat(page).contains(NIK).contains("4 Maret 1987");
        assertThat(trail("resident-opened")).containsExactly(dukcapil.username() + " Surat tugas 12");
    }

    @Test
    void opensNothingWithoutAReason() {
        String page = dukcapil.post(path() + "/buka", "alasan", " ").asString();

        assertThat(page).contains("Tulis alasannya").doesNotContain(NIK);
        assertThat(trail("resident-opened")).isEmpty();
    }

    @Test
    void recordsEachLookAndEachSearch() {
        dukcapil.get(path());
        dukcapil.post("/penduduk", "q", "karangan", "desa", KALIBARU);

        assertThat(trail("resident-seen")).isNotEmpty();
        assertThat(reading.list(
                        row -> row.getString(1),
                        "select fields from audit_entry where action = 'residents-searched' and subject = ?",
                        "village/" + KALIBARU))
                .isNotEmpty()
                .allMatch(fields -> !fields.contains("karangan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bupati", "dispermades", "mpp"})
    void isClosedToThoseWhoMayNotSeePersons(String role) {
        assertThat(officers.a(role).get("/penduduk").statusCode()).isEqualTo(403);
        assertThat(officers.a(role).get(path()).statusCode()).isEqualTo(403);
        assertThat(officers.a(role).get("/api/v1/residents").statusCode()).isEqualTo(403);
    }

    private String path() {
        return "/penduduk/" + KALIBARU + "/" + resident;
    }

    private List<String> trail(String action) {
        return reading.list(
                row -> row.getString(1),
                "select username || ' ' || reason from audit_entry where action = ? and subject = ?",
                action,
                "resident/" + KALIBARU + "/" + resident);
    }
}
