package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.village.calendar.CalendarService;
import id.smartkampung.village.calendar.HolidayKind;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LetterChecksTest {

    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Inject
    LetterChecks checks;

    @Inject
    CalendarService calendar;

    @Inject
    ResidentService residents;

    @Test
    void whatTheRegisterDoesNotKnowIsNotMet() {
        Resident unknown = person(new ResidentDraft().set(ResidentField.FULL_NAME, "Tanpa Data"));

        assertThat(check("BLMNIKAH", Map.of(), unknown))
                .singleElement()
                .satisfies(finding -> assertThat(finding.refuses()).isTrue())
                .satisfies(finding -> assertThat(finding.text()).contains("belum mencatat status perkawinan"));
        assertThat(check("KTP", Map.of(), unknown))
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("belum mencatat tanggal lahir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"202611-11-21", "besok", "2026-1", ""})
    void aDayThatCannotBeReadIsNotLookedAt(String typed) {
        assertThat(check("N6", Map.of("tanggal_wafat", typed), widow())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-04, false", "2026-12-03, true", "2027-12-01, false", "2026-11-20, true", "9999-12-31, false"})
    void onlyWorkingDaysAreCountedBeforeAWedding(LocalDate wedding, boolean tooSoon) {
        List<Finding> findings = check("N1", Map.of("tanggal_akad", wedding.toString()), person(single()));

        assertThat(findings.stream().anyMatch(finding -> finding.text().contains("dispensasi camat")))
                .isEqualTo(tooSoon);
    }

    @Test
    void aHolidayIsNoWorkingDayBeforeAWedding() {
        LocalDate holiday = LocalDate.of(2026, 12, 1);
        calendar.close(new TreeMap<>(Map.of(holiday, "Libur uji")), HolidayKind.LOCAL);
        try {
            assertThat(check("N1", Map.of("tanggal_akad", "2026-12-04"), person(single())))
                    .anyMatch(finding -> finding.text().contains("dispensasi camat"));
            assertThat(check("N1", Map.of("tanggal_akad", "2026-12-07"), person(single())))
                    .noneMatch(finding -> finding.text().contains("dispensasi camat"));
        } finally {
            calendar.reopen(holiday);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "N6, tanggal_wafat, 2026-11-22",
        "AHLIWARIS, tanggal_mati, 2026-11-22",
        "LAHIRMATI, tanggal, 2026-11-22",
        "MATI, waktu_mati, 2026-11-22T08:00",
        "LAHIR, waktu_lahir, 2026-11-22T08:00",
    })
    void whatHasNotHappenedIsNotStated(String kind, String field, String day) {
        assertThat(check(kind, Map.of(field, day), widow())).anyMatch(Finding::refuses);
        assertThat(check(kind, Map.of(field, TODAY + day.substring(10)), widow()))
                .noneMatch(Finding::refuses);
    }

    @Test
    void whoSignsLives() {
        Resident dead = person(single().set(ResidentField.BASE_STATUS, BaseStatus.DEAD));
        String other = Answers.known(dead.id);

        assertThat(check("KUASA", Map.of("penerima_kuasa_nik", other), person(single())))
                .anyMatch(Finding::refuses);
        assertThat(check("N1", Map.of("ayah_nik", other), person(single()))).noneMatch(Finding::refuses);
    }

    @Test
    void whoDiedIsNotWhoAsksAndIsRecordedAsDead() {
        Resident applicant = widow();
        Resident alive = person(single());

        assertThat(check("N6", Map.of("nama_almarhum", Answers.known(applicant.id)), applicant))
                .anyMatch(Finding::refuses);
        assertThat(check("N6", Map.of("nama_almarhum", Answers.known(alive.id)), applicant))
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("belum tercatat meninggal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVED", "MISSING", "AWAY"})
    void whoIsElsewhereIsPointedOut(BaseStatus status) {
        Resident applicant = person(single().set(ResidentField.BASE_STATUS, status));

        assertThat(check("SKCK", Map.of(), applicant))
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("status pemohon");
    }

    private Resident widow() {
        return person(Residents.aResident().set(ResidentField.MARITAL_STATUS, MaritalStatus.ofCode(4)));
    }

    private static ResidentDraft single() {
        return Residents.aResident().set(ResidentField.MARITAL_STATUS, MaritalStatus.SINGLE);
    }

    private Resident person(ResidentDraft draft) {
        return residents.register(draft, Residents.anOfficer());
    }

    private List<Finding> check(String kind, Map<String, String> answers, Resident applicant) {
        LetterType type = LetterCatalogue.find(new LetterKind(kind)).orElseThrow();
        return QuarkusTransaction.requiringNew()
                .call(() -> checks.check(type, Answers.of(answers), applicant, TODAY).stream()
                        .filter(finding -> !finding.text().contains("datang sendiri"))
                        .toList());
    }
}
