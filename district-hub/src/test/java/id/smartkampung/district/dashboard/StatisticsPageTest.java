package id.smartkampung.district.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.web.time.Wib;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatisticsPageTest {

    private static final String TEGALSARI = "35.10.23";
    private static final String FIRST = "35.10.23.2001";
    private static final String SECOND = "35.10.23.2002";

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    @Inject
    Clock clock;

    private LocalDate today;

    /** 101 men of 20 and 98 women of 30 here, 7 men of 70 there; all of one religion but three. */
    @BeforeEach
    void twoVillagesHaveSentTheirPeople() {
        today = Wib.dateOf(clock.instant());
        kampung.joins(FIRST, "Tegalsari");
        kampung.joins(SECOND, "Karangdoro");
        people(FIRST, "age", place(21, 1), 101);
        kampung.run("update population set amounts[?] = 98 where node = ? and trait = 'age'", place(31, 2), FIRST);
        people(SECOND, "age", place(71, 1), 7);
        people(FIRST, "religion", place(1, 1), 101);
        kampung.run("update population set amounts[?] = 95 where node = ? and trait = 'religion'", place(1, 2), FIRST);
        kampung.run("update population set amounts[?] = 3 where node = ? and trait = 'religion'", place(4, 2), FIRST);
    }

    @Test
    void whoMaySeePersonsIsToldExactlyWhatIsCountedNow() {
        String page = words(
                officers.a("dukcapil").get("/statistik?wilayah=" + TEGALSARI).asString());

        assertThat(page)
                .contains("Data per " + Wib.date(today))
                .contains("2 dari ")
                .contains("Penduduk orang 206")
                .contains("Rasio jenis kelamin per 100 110,2")
                .contains("HINDU 0 3 3");
    }

    @Test
    void whoMayNotIsToldRoundedNumbersAndNoSmallOnes() {
        String page = words(officers.aCamatOf(TEGALSARI).get("/statistik").asString());

        assertThat(page)
                .contains("Angka dibulatkan ke kelipatan 5")
                .contains("Penduduk orang 205")
                .contains("HINDU &lt; 5 &lt; 5 &lt; 5")
                .doesNotContain("206");
    }

    @Test
    void whoMayNotIsToldTheEndOfTheLastMonthOnceOneWasKept() {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        kampung.run(
                "insert into population_month select ?, node, trait, array_fill(50, array[30]) from population where node = ?",
                last.atDay(1),
                FIRST);

        String camat = words(officers.aCamatOf(TEGALSARI).get("/statistik").asString());
        String admin =
                words(officers.a("admin").get("/statistik?wilayah=" + TEGALSARI).asString());

        assertThat(camat)
                .contains("Data per " + Wib.date(last.atEndOfMonth()) + " (akhir bulan) · 1 dari")
                .contains("Penduduk orang 1.500");
        assertThat(admin).contains("Penduduk orang 206");
    }

    @Test
    void aCamatSeesTheOwnKecamatanWhateverIsAsked() {
        String page = words(officers.aCamatOf(TEGALSARI)
                .get("/statistik?wilayah=35.10&banding=35.10.24&ukuran=x&rincian=y&urut=z")
                .asString());

        assertThat(page).contains("Statistik penduduk Kecamatan Tegalsari").doesNotContain("Licin");
    }

    @Test
    void twoAreasStandBesideEachOther() {
        String page = words(officers.a("inspektorat")
                .get("/statistik?wilayah=" + FIRST + "&banding=" + SECOND)
                .asString());

        assertThat(page).contains("Penduduk orang 199 7").contains("Rasio jenis kelamin per 100 103,1 –");
    }

    @Test
    void theCompositionIsSortedByTheChosenColumn() {
        String byCode =
                words(officers.a("dukcapil").get("/statistik?wilayah=" + FIRST).asString());
        String byWomen = words(officers.a("dukcapil")
                .get("/statistik?wilayah=" + FIRST + "&rincian=religion&urut=perempuan")
                .asString());

        assertThat(byCode).containsSubsequence("ISLAM 101 95 196", "KRISTEN 0 0 0", "HINDU 0 3 3", "Belum tercatat");
        assertThat(byWomen).containsSubsequence("ISLAM 101 95 196", "HINDU 0 3 3", "KRISTEN 0 0 0");
    }

    @Test
    void theMapNamesTheFigureOfEachDesaAndThePyramidHasATable() {
        String page = officers.a("dukcapil")
                .get("/statistik?wilayah=" + TEGALSARI + "&ukuran=median-age")
                .asString();

        assertThat(page).contains("Kecamatan Tegalsari: 70,5 tahun").contains("belum ada data");
        assertThat(words(page)).contains("75 ke atas 0 0").contains("70–74 7 0").contains("20–24 101 0");
    }

    @Test
    void figuresAreTakenAwayWithWhatTheyMean() {
        String csv = officers.a("dukcapil")
                .get("/statistik/ekspor?format=csv&wilayah=" + FIRST + "&banding=" + SECOND)
                .asString();
        String rounded = officers.aCamatOf(TEGALSARI)
                .get("/statistik/ekspor?format=csv&wilayah=" + FIRST)
                .asString();

        assertThat(csv)
                .contains("\"Ukuran\";\"Desa Tegalsari\";\"Desa Karangdoro\";\"Satuan\"")
                .contains("\"Penduduk\";\"199\";\"7\";\"orang\";")
                .contains("perempuan × 100");
        assertThat(rounded).contains("\"Penduduk\";\"200\";\"orang\";");
    }

    private void people(String node, String trait, int place, int amount) {
        kampung.run("insert into population_day values (?, ?) on conflict do nothing", node, today);
        kampung.run("insert into population values (?, ?, array_fill(0, array[?]))", node, trait, 240);
        kampung.run("update population set amounts[?] = ? where node = ? and trait = ?", place, amount, node, trait);
    }

    private static int place(int code, int sex) {
        return 3 * code + sex + 1;
    }

    private static String words(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }
}
