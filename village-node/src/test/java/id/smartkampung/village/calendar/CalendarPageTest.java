package id.smartkampung.village.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Clerk;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarPageTest {

    @Inject
    OfficeCalendar office;

    @Test
    void comesWithTheHoursOfTheGovernmentAndNoHoliday() {
        String page = Clerk.as(Roles.SEKDES).get("/kalender?tahun=2031").asString();

        assertThat(Clerk.valueOf(page, "buka1")).isEqualTo("07.30");
        assertThat(Clerk.valueOf(page, "lanjut5")).isEqualTo("13.00");
        assertThat(Clerk.valueOf(page, "buka7")).isEmpty();
        assertThat(page).contains("Belum ada hari libur tahun ini");
    }

    @Test
    void opensOnSaturdaysAndTellsWhatIsWrong() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        String before = sekdes.get("/kalender").asString();
        LocalDate saturday = LocalDate.of(2031, 3, 1);

        Response wrong = sekdes.post("/kalender/jam", week(before, "buka6", "8.00", "tutup6", "07:00"));
        Response right = sekdes.post("/kalender/jam", week(before, "buka6", "8", "tutup6", "12:00"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("Isi jam buka dan tutup, berurutan");
        assertThat(sekdes.follow(right)).contains("Jam buka tersimpan");
        assertThat(stored().isWorkday(saturday)).isTrue();
        Response old = sekdes.post("/kalender/jam", week(before, "buka6", "", "tutup6", ""));
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.asString()).contains("baru saja diubah orang lain");

        String after = sekdes.get("/kalender").asString();
        sekdes.post("/kalender/jam", week(after, "buka6", "", "tutup6", ""));
        assertThat(stored().isWorkday(saturday)).isFalse();
    }

    @Test
    void takesTheHolidaysOfADecreeAtOnce() {
        Clerk admin = Clerk.as(Roles.ADMIN);
        admin.get("/kalender");

        Response wrong = admin.post("/kalender/libur?tahun=2032", "hari", "31-02-2032 Tidak ada", "macam", "NATIONAL");
        Response right = admin.post(
                "/kalender/libur?tahun=2032",
                "hari",
                "17-08-2032 Hari Kemerdekaan\n\n2032-08-18; Cuti <b>bersama</b>",
                "macam",
                "NATIONAL");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("tidak dapat dibaca", "31-02-2032 Tidak ada");
        assertThat(admin.follow(right))
                .contains("2 hari libur tersimpan", "17 Agustus 2032", "Cuti &lt;b&gt;bersama&lt;/b&gt;");
        assertThat(stored().isWorkday(LocalDate.of(2032, 8, 17))).isFalse();
        assertThat(admin.follow(admin.post("/kalender/libur/2032-08-17/hapus")))
                .contains("Hari libur 17 Agustus 2032 dihapus", "/kalender/libur/2032-08-18/hapus")
                .doesNotContain("/kalender/libur/2032-08-17/hapus");
        assertThat(stored().isWorkday(LocalDate.of(2032, 8, 17))).isTrue();
        assertThat(admin.get("/jejak").asString()).contains("Mencatat hari libur", "Menghapus hari libur");
    }

    @Test
    void anOperatorDoesNotChangeTheCalendar() {
        assertThat(Clerk.as(Roles.OPERATOR).get("/kalender").statusCode()).isEqualTo(403);
    }

    /** In a transaction of its own: the context of a test remembers rows that it has read before. */
    private WorkCalendar stored() {
        return QuarkusTransaction.requiringNew().call(office::now);
    }

    /** The whole form as the page shows it, with these cells changed. */
    private static String[] week(String page, String... changed) {
        List<String> form = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            for (String name : List.of("versi", "buka", "istirahat", "lanjut", "tutup")) {
                String cell = name + day;
                int place = List.of(changed).indexOf(cell);
                form.add(cell);
                form.add(place < 0 ? Clerk.valueOf(page, cell) : changed[place + 1]);
            }
        }
        return form.toArray(String[]::new);
    }
}
