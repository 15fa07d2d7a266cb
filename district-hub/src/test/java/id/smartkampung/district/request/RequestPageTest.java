package id.smartkampung.district.request;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestPageTest {

    private static final String GENTENG_KULON = "35.10.09.2002";
    private static final String ELSEWHERE = "35.10.06.2003";

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    private UUID ready;

    @BeforeEach
    void requestsHaveCome() {
        kampung.joins(GENTENG_KULON, "Genteng Kulon");
        kampung.joins(ELSEWHERE, "Benculuk");
        ready = kampung.asks(GENTENG_KULON, "26-0101", "READY", Instant.now());
        kampung.asks(GENTENG_KULON, "26-0102", "COMPLETED", Instant.now().minus(Duration.ofDays(20)));
        kampung.asks(ELSEWHERE, "26-0909", "READY", Instant.now());
    }

    @Test
    void showsWhatIsStillToBeDone() {
        String page = officers.aCamatOf("35.10.09")
                .get("/permohonan?keadaan=berjalan")
                .asString();

        assertThat(page).contains("26-0101").doesNotContain("26-0102").doesNotContain("26-0909");
    }

    @Test
    void showsWhatCameToday() {
        String page = officers.a("bupati")
                .get("/permohonan?masuk=hari-ini&desa=" + GENTENG_KULON)
                .asString();

        assertThat(page).contains("26-0101").doesNotContain("26-0102");
    }

    @Test
    void showsTheStepsOfARequestAndNotWhoAsked() {
        String page = officers.a("mpp")
                .get("/permohonan/" + GENTENG_KULON + "/" + ready)
                .asString();

        assertThat(page).contains("21 November 2026, 10.42 WIB").contains("Tercatat di desa");
    }

    @Test
    void hidesTheRequestOfAnotherKecamatanFromACamat() {
        assertThat(officers.aCamatOf("35.10.06")
                        .get("/permohonan/" + GENTENG_KULON + "/" + ready)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void exportsWhatIsShown() {
        String csv = officers.aCamatOf("35.10.09")
                .get("/permohonan/ekspor?format=csv&keadaan=COMPLETED")
                .asString();

        assertThat(csv).contains("26-0102").doesNotContain("26-0101").doesNotContain("26-0909");
    }

    @Test
    void exportsAllHoweverManyThereAre() {
        kampung.run("""
                insert into request (node, id, epoch, seq, number, applicant_id, kind, channel, state, home_delivery,
                    submitted_at, steps)
                select ?, gen_random_uuid(), 1, 1, 'banyak-' || n, gen_random_uuid(), 'SKTM', 'COUNTER', 'REJECTED', false,
                    timestamptz '2026-01-01' + n / 3 * interval '1 minute', '[]'
                from generate_series(1, 2500) n
                """, GENTENG_KULON);

        String csv = officers.a("bupati")
                .get("/permohonan/ekspor?format=csv&keadaan=REJECTED&desa=" + GENTENG_KULON)
                .asString();

        assertThat(csv.lines().filter(line -> line.contains("banyak-")).distinct())
                .hasSize(2500);
    }
}
