package id.smartkampung.district.population;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.population.Profile.Field;
import id.smartkampung.district.resident.ResidentProjection;
import id.smartkampung.district.village.Applied;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfileTest {

    @Inject
    ResidentProjection residents;

    @Inject
    Reading reading;

    @Test
    void anEventIsSpelledAsItsRow() {
        NodeId node = new NodeId("profile-" + UUID.randomUUID());
        People people = new People(31);
        for (int i = 1; i <= 60; i++) {
            ResidentRecorded event = people.somebody(UUID.randomUUID());
            Applied<ResidentRecorded> applied = new Applied<>(new LogPosition(1, i), event);
            QuarkusTransaction.requiringNew().call(() -> residents.apply(node, List.of(applied), List.of()));

            assertThat(reading.list(
                            row -> row.getString("spelled"),
                            "select " + Profile.SQL.formatted("r") + " as spelled from resident r where id = ?",
                            event.residentId()))
                    .containsExactly(Profile.spell(event));
        }
    }

    /** Boundaries of a year of life. */
    @ParameterizedTest
    @CsvSource({
        "2000-03-01, 2001-02-28, 0",
        "2000-03-01, 2001-03-01, 1",
        "2000-02-29, 2001-02-28, 0",
        "2000-02-29, 2001-03-01, 1",
        "2000-02-29, 2004-02-28, 3",
        "2000-02-29, 2004-02-29, 4",
        "2026-11-22, 2026-11-22, 0",
        "2026-11-23, 2026-11-22, 0",
        "1850-01-01, 2026-11-22, 120",
        ", 2026-11-22, -1"
    })
    void aYearIsCompleteOnTheBirthday(LocalDate bornOn, LocalDate day, int age) {
        ResidentRecorded person = new People(1).born(UUID.randomUUID(), bornOn);

        assertThat(Profile.of(Profile.spell(person)).ageOn(day)).isEqualTo(age);
    }

    /** Voters, card holders and children by the codes of the register: 17th and 18th birthday, the married, those who serve. */
    @ParameterizedTest
    @CsvSource({
        // age, marital status, citizenship, occupation, card, recording, certificate: voter, ktp, birth certificate
        "16, 1, 1, 3, , , 1, 0, 0, 1",
        "17, 1, 1, 3, , , , 1, 1, 2",
        "17, 1, 1, 3, , 3, 1, 1, 2, 1",
        "18, 1, 1, 3, 2, , , 1, 3, 0",
        "16, 2, 1, 1, , , , 1, 1, 2",
        "16, 4, , 1, , 2, , 1, 1, 2",
        "40, 2, 2, 1, , , , 0, 0, 0",
        "40, 2, 1, 6, , 8, , 0, 2, 0",
        "40, 2, 1, 7, 2, 8, , 0, 3, 0",
        "-1, , , , , , , 0, 0, 0",
        "-1, 2, , , , , , 1, 1, 0"
    })
    void whoMayVoteMustHoldACardOrHasACertificateAsAChild(
            int age,
            String marital,
            String citizenship,
            String occupation,
            String card,
            String recording,
            String certificate,
            int voter,
            int ktp,
            int birthCertificate) {
        StringBuilder spelled = new StringBuilder();
        for (Field field : Field.values()) {
            String value = switch (field) {
                case MARITAL_STATUS -> marital;
                case CITIZENSHIP -> citizenship;
                case OCCUPATION -> occupation;
                case KTP_HOLDING -> card;
                case KTP_RECORDING -> recording;
                case BIRTH_CERTIFICATE -> certificate;
                default -> null;
            };
            spelled.append(field == Field.SEX ? "" : ",").append(value == null ? "" : value);
        }
        Profile person = Profile.of(spelled.toString());

        assertThat(List.of(
                        Trait.VOTER.codeOf(person, age),
                        Trait.KTP.codeOf(person, age),
                        Trait.BIRTH_CERTIFICATE.codeOf(person, age)))
                .containsExactly(voter, ktp, birthCertificate);
    }
}
