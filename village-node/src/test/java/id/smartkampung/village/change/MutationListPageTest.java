package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MutationListPageTest {

    private static final Pattern NEXT = Pattern.compile("href=\"(/peristiwa\\?[^\"]*setelah=[^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("href=\"/peristiwa/[0-9a-f-]{36}\"");

    @Inject
    ResidentService residents;

    @Inject
    MutationService mutations;

    private Clerk clerk;
    private Resident mother;

    @BeforeEach
    void somebodyLivesHere() {
        clerk = Clerk.as(Roles.OPERATOR);
        mother = residents.register(Residents.named("Ibu Peristiwa"), Residents.anOfficer());
    }

    @Test
    void theListIsSearchedFilteredSortedAndTakenAway() {
        mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 2)),
                Residents.named("Pendatang Peristiwa"),
                Residents.anOfficer());
        mutations.leave(
                MutationDraft.of(MutationKind.AWAY, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 2)),
                Set.of(mother.id),
                null,
                Residents.anOfficer());

        String march =
                clerk.get("/peristiwa?bulan=2025-03&macam=AWAY&urut=happened").asString();
        assertThat(march).contains("Ibu Peristiwa").doesNotContain("Pendatang Peristiwa");
        assertThat(clerk.get("/peristiwa?nama=Pendatang+Peristiwa&urut=name").asString())
                .contains("Pendatang Peristiwa")
                .doesNotContain("Ibu Peristiwa");
        assertThat(clerk.get("/peristiwa?bulan=1990-01").asString()).contains("Tidak ada peristiwa yang cocok");
        String csv =
                clerk.get("/peristiwa/unduh?jenis=csv&bulan=2025-03&macam=AWAY").asString();
        assertThat(csv).contains("Ibu Peristiwa", "2025-03-01").doesNotContain(mother.nik.value());
    }

    @Test
    void aNumberOfAPersonNeverStandsInAnAddress() {
        Response answer = clerk.post("/peristiwa", "nama", mother.nik.value());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        for (int i = 0; i < 53; i++) {
            Resident one = residents.register(Residents.named("Pergi Berhalaman"), Residents.anOfficer());
            mutations.leave(
                    MutationDraft.of(MutationKind.AWAY, LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 1 + i % 28)),
                    Set.of(one.id),
                    null,
                    Residents.anOfficer());
        }

        for (String order : List.of("reported", "happened", "name")) {
            String first = clerk.get("/peristiwa?bulan=2023-05&urut=" + order).asString();
            Matcher next = NEXT.matcher(first);
            assertThat(next.find()).isTrue();
            String second = clerk.get(next.group(1).replace("&amp;", "&")).asString();

            Set<String> shown = links(first);
            assertThat(shown).hasSize(50);
            assertThat(links(second)).hasSize(3).doesNotContainAnyElementsOf(shown);
        }
    }

    private static Set<String> links(String page) {
        return LINK.matcher(page).results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
