package id.smartkampung.village.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ResidentQueriesTest {

    private static final Author OFFICER = Residents.anOfficer();

    @Inject
    ResidentService residents;

    @Inject
    ResidentQueries queries;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mochamad Qodirun    | moh. qodirun",
                "Muh. Qodirin        | mohammad qodi",
                "Ma'ruf Zulkarnaen   | MARUF zul",
                "Siti Nur Ainiyah    | nurainiyah",
                "Dewi Nurjanahtun    | nur janahtun",
                "Wahyu Tresnaningrum | tresna wah",
                "Sri O’Hara          | ohara sri"
            })
    void findsANameHoweverItIsSpelled(String name, String typed) {
        Resident entered = residents.register(Residents.named(name), OFFICER);

        assertThat(queries.find(typed, 20)).extracting(found -> found.id).contains(entered.id);
    }

    @Test
    void findsByNikAndByItsBeginning() {
        Resident entered = residents.register(Residents.aResident(), OFFICER);

        assertThat(queries.find(entered.nik.value(), 20))
                .extracting(found -> found.id)
                .containsExactly(entered.id);
        assertThat(queries.find(entered.nik.value().substring(0, 15), 20))
                .extracting(found -> found.id)
                .contains(entered.id);
    }

    @Test
    void findsEverybodyOnAFamilyCard() {
        NoKk card = Residents.aCard();
        Resident one = residents.register(Residents.aResident().onFamilyCard(card, null), OFFICER);
        Resident other = residents.register(Residents.aResident().onFamilyCard(card, null), OFFICER);

        assertThat(queries.find(card.value(), 20)).extracting(found -> found.id).containsOnly(one.id, other.id);
    }

    @Test
    void findsByTelephoneHoweverItIsWritten() {
        Resident entered = residents.register(Residents.aResident().set(ResidentField.PHONE, "081234567001"), OFFICER);

        assertThat(queries.find("+62 812-3456-7001", 20))
                .extracting(found -> found.id)
                .containsExactly(entered.id);
    }

    @Test
    void findsNobodyByNothing() {
        assertThat(queries.find(" '&:* ", 20)).isEmpty();
    }

    @Test
    void showsEachPersonOnExactlyOnePage() {
        for (int i = 0; i < 7; i++) {
            residents.register(Residents.aResident().set(ResidentField.DUSUN, "BERHALAMAN"), OFFICER);
        }

        for (ResidentFilter.Order order : ResidentFilter.Order.values()) {
            ResidentFilter filter = new ResidentFilter(null, "BERHALAMAN", Sex.FEMALE, null, order);
            List<UUID> seen = new ArrayList<>();
            UUID after = null;
            for (List<Resident> page = queries.list(filter, null, 3);
                    !page.isEmpty();
                    page = queries.list(filter, after, 3)) {
                page.forEach(resident -> seen.add(resident.id));
                after = seen.get(seen.size() - 1);
            }
            assertThat(seen).as("ordered by %s", order).hasSize(7).doesNotHaveDuplicates();
            assertThat(queries.count(filter)).isEqualTo(7);
        }
    }
}
