package id.smartkampung.deploy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final KodeWilayah SARONGAN = new KodeWilayah("35.10.01.2001");
    private static final LocalDate REFERENCE = LocalDate.of(2026, 6, 30);

    private final Population population = Population.of(Population.DEFAULT_SEED);

    @Test
    void theSameSeedGivesTheSameBytesOnEveryMachine() throws Exception {
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(csv(population.village(SARONGAN, 500))));

        assertThat(sha256).isEqualTo("4499861b6e84d6c6617623ccc8b6fbb5f5709740f110c90c8814b2e49de2a154");
    }

    @Test
    void aVillageDoesNotDependOnWhatWasMadeBefore() throws Exception {
        byte[] alone = csv(Population.of(7).village(SARONGAN, 300));
        Population regency = Population.of(7);
        regency.village(new KodeWilayah("35.10.02.2001"), 300);

        assertThat(csv(regency.village(SARONGAN, 300))).isEqualTo(alone);
    }

    @Test
    void anotherSeedGivesOtherPeople() throws Exception {
        assertThat(csv(Population.of(1).village(SARONGAN, 50)))
                .isNotEqualTo(csv(Population.of(2).village(SARONGAN, 50)));
    }

    @Test
    void aVillageHasExactlyAsManyResidentsAsAskedFor() {
        for (int residents : new int[] {1, 2, 5, 19, 100, 731}) {
            assertThat(population.village(SARONGAN, residents).residents()).hasSize(residents);
        }
    }

    @Test
    void aVillageWithoutResidentsIsRefused() {
        assertThatThrownBy(() -> population.village(SARONGAN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRegencyHasExactlyItsOfficialNumberOfResidents() {
        Map<KodeWilayah, Integer> fullSize = Population.fullSize();

        assertThat(fullSize).hasSize(217);
        assertThat(fullSize.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_791_789);
        assertThat(fullSize).containsEntry(SARONGAN, 11_247);
    }

    @Test
    void noNikIsGivenTwiceThoughVillagesAreMadeAlone() {
        Set<Nik> given = new HashSet<>();

        for (String kode : List.of("35.10.01.2001", "35.10.01.2002", "35.10.02.2001", "35.10.16.1001")) {
            population
                    .village(new KodeWilayah(kode), 3000)
                    .residents()
                    .map(Person::nik)
                    .filter(Objects::nonNull)
                    .forEach(nik -> assertThat(given.add(nik)).isTrue());
        }
    }

    @Test
    void partsOfOneVillageShareNoNumber() {
        Set<Nik> given = new HashSet<>();

        for (int part = 0; part < 3; part++) {
            Population.part(7, part, 3)
                    .village(SARONGAN, 3000)
                    .residents()
                    .map(Person::nik)
                    .filter(Objects::nonNull)
                    .forEach(nik -> assertThat(given.add(nik)).isTrue());
        }
        assertThat(given).hasSizeGreaterThan(8900);
    }

    @Test
    void noCardNumberIsGivenTwiceThoughVillagesAreMadeAlone() {
        Set<NoKk> given = new HashSet<>();

        for (String kode : List.of("35.10.01.2001", "35.10.01.2002")) {
            population
                    .village(new KodeWilayah(kode), 3000)
                    .households()
                    .forEach(
                            household -> assertThat(given.add(household.noKk())).isTrue());
        }
    }

    @Test
    void aNikCarriesBirthDateAndSexInAllButAFewCases() {
        List<Person> withNik = population
                .village(SARONGAN, 10_000)
                .residents()
                .filter(person -> person.nik() != null)
                .toList();

        long mismatching = withNik.stream()
                .filter(person -> !person.nik().value().substring(6, 12).equals(dateInNik(person)))
                .count();

        assertThat(withNik).hasSizeBetween(9_970, 9_999);
        assertThat(mismatching).isBetween(5L, 60L);
    }

    @Test
    void everyFamilyHasOneHeadWhoComesFirst() {
        for (Household household : population.village(SARONGAN, 5000).households()) {
            assertThat(household.members().get(0).relationship()).isEqualTo(Relationship.HEAD);
            assertThat(household.members())
                    .filteredOn(person -> person.relationship() == Relationship.HEAD)
                    .hasSize(1);
            assertThat(age(household.members().get(0))).isGreaterThanOrEqualTo(17);
        }
    }

    @Test
    void childrenAreBornAtLeastSixteenYearsAfterTheirParents() {
        for (Household household : population.village(SARONGAN, 5000).households()) {
            Person head = household.members().get(0);
            assertThat(household.members())
                    .filteredOn(person -> person.relationship() == Relationship.CHILD)
                    .allSatisfy(child ->
                            assertThat(child.bornOn()).isAfter(head.bornOn().plusYears(16)));
        }
    }

    @Test
    void aWifeIsAMarriedWomanOfAMarriedMan() {
        for (Household household : population.village(SARONGAN, 5000).households()) {
            assertThat(household.members())
                    .filteredOn(person -> person.relationship() == Relationship.WIFE)
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(wife -> {
                        assertThat(wife.sex()).isEqualTo(Sex.FEMALE);
                        assertThat(household.members().get(0).sex()).isEqualTo(Sex.MALE);
                        assertThat(wife.marriedOn())
                                .isEqualTo(household.members().get(0).marriedOn());
                    });
        }
    }

    @Test
    void mostChildrenLiveWithAParent() {
        List<Person> children = population
                .village(SARONGAN, 10_000)
                .residents()
                .filter(person -> age(person) < 15)
                .toList();

        assertThat(children)
                .filteredOn(person -> person.relationship() == Relationship.CHILD)
                .hasSizeGreaterThan(children.size() * 9 / 10);
    }

    @Test
    void familiesAreAsLargeAsInTheRecipe() {
        SyntheticVillage village = population.village(SARONGAN, 10_000);

        assertThat(10_000.0 / village.households().size()).isBetween(2.9, 3.4);
    }

    @Test
    void nobodyIsBornAfterTheReferenceDate() {
        assertThat(population.village(SARONGAN, 5000).residents())
                .allSatisfy(person -> assertThat(person.bornOn()).isBeforeOrEqualTo(REFERENCE));
    }

    @Test
    void singleNamesApostrophesAndAbbreviationsOccur() {
        List<String> names = population
                .village(SARONGAN, 10_000)
                .residents()
                .map(Person::fullName)
                .toList();

        assertThat(names).anyMatch(name -> !name.contains(" "));
        assertThat(names).anyMatch(name -> name.contains("'"));
        assertThat(names).anyMatch(name -> name.startsWith("Moh. "));
        assertThat(names).anyMatch(name -> name.startsWith("Muh. "));
    }

    @Test
    void namesGivenSince2022AreNotAbbreviated() {
        assertThat(population.village(SARONGAN, 10_000).residents())
                .filteredOn(person -> person.bornOn().isAfter(LocalDate.of(2022, 4, 20)))
                .allSatisfy(person -> assertThat(person.fullName()).doesNotContain(".", "'"));
    }

    @Test
    void everyEventCanBeWrittenForTheLog() {
        assertThat(population.village(SARONGAN, 200).events().map(EventJson::write))
                .allSatisfy(bytes -> assertThat(bytes).isNotEmpty());
    }

    private static int age(Person person) {
        return person.bornOn().until(REFERENCE).getYears();
    }

    private static String dateInNik(Person person) {
        LocalDate date = person.bornOn();
        int day = date.getDayOfMonth() + (person.sex() == Sex.FEMALE ? 40 : 0);
        return String.format("%02d%02d%02d", day, date.getMonthValue(), date.getYear() % 100);
    }

    private static byte[] csv(SyntheticVillage village) throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        PopulationCsv.write(village, csv);
        return csv.toByteArray();
    }
}
