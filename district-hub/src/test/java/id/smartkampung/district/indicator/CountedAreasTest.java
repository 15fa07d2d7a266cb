package id.smartkampung.district.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.population.Population;
import id.smartkampung.district.population.Trait;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountedAreasTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<MutationKind> KINDS = List.of(MutationKind.values());
    private static final KodeWilayah KABUPATEN = new KodeWilayah("35.10");

    private final CountedAreas counted = new CountedAreas(DAY, randomDesa(new Random(5)));

    @ParameterizedTest
    @EnumSource(Trait.class)
    void desaAddUpToTheirKecamatanAndTheseToTheKabupaten(Trait trait) {
        for (int code = 0; code < 12; code++) {
            long ofDesa = 0;
            long ofKecamatan = 0;
            for (Counts desa : counted.desa().values()) {
                ofDesa += desa.people().of(trait, code);
            }
            for (Wilayah.Area kecamatan : Wilayah.kecamatan()) {
                ofKecamatan += counted.of(kecamatan.kode()).people().of(trait, code);
            }
            assertThat(counted.of(KABUPATEN).people().of(trait, code))
                    .isEqualTo(ofDesa)
                    .isEqualTo(ofKecamatan);
        }
        assertThat(counted.of(KABUPATEN).people().all(trait)).isPositive();
    }

    @Test
    void familiesAndFlowsAddUpToo() {
        List<Counts> kecamatan = Wilayah.kecamatan().stream()
                .map(area -> counted.of(area.kode()))
                .toList();

        Counts kabupaten = counted.of(KABUPATEN);

        assertThat(Counts.sum(kecamatan).families())
                .isEqualTo(kabupaten.families())
                .isPositive();
        assertThat(Counts.sum(kecamatan).flows()).isEqualTo(kabupaten.flows());
        assertThat(counted.included(KABUPATEN)).isEqualTo(Wilayah.desa().size());
    }

    @Test
    void theSizeOfAnAreaIsKnownWhenThatOfEachDesaIs() {
        Counts known = IndicatorCasesTest.counts("age M 1=10; m2=2000000");
        Counts unknown = IndicatorCasesTest.counts("age M 1=10");

        assertThat(Counts.sum(List.of(known, known)).squareMetres()).isEqualTo(4_000_000);
        assertThat(Counts.sum(List.of(known, unknown)).squareMetres()).isNull();
        assertThat(Counts.sum(List.of()).squareMetres()).isNull();
    }

    @Test
    void infantDeathsAreKnownWhenTheyWereAskedOfEachDesa() {
        Counts known = IndicatorCasesTest.counts("infant=2; BIRTH=5");
        Counts unknown = IndicatorCasesTest.counts("BIRTH=5");

        assertThat(Counts.sum(List.of(known, known)).flows().infantDeaths()).isEqualTo(4);
        assertThat(Counts.sum(List.of(known, unknown)).flows().infantDeaths()).isNull();
    }

    private static Map<KodeWilayah, Counts> randomDesa(Random random) {
        Map<KodeWilayah, Counts> desa = new HashMap<>();
        for (Wilayah.Area area : Wilayah.desa()) {
            Population people = Population.sum(List.of());
            for (Trait trait : Trait.values()) {
                for (int i = 0; i < 5; i++) {
                    people.plus(
                            trait,
                            random.nextInt(12),
                            random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                            random.nextInt(1000));
                }
            }
            Map<MutationKind, Long> year = new EnumMap<>(MutationKind.class);
            year.put(KINDS.get(random.nextInt(KINDS.size())), 1L + random.nextInt(50));
            desa.put(
                    area.kode(), new Counts(people, random.nextInt(900), null, new Flows(year, random.nextInt(9), 1L)));
        }
        return desa;
    }
}
