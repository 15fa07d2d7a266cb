package id.smartkampung.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.volume.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTimesTest {

    private final List<Visit> visits = new ArrayList<>();

    @Test
    void namesTheSlowestKindsByTheir95thPercentile() {
        come("/surat", 10, 10, 500);
        come("/penduduk", 300, 300, 300);
        come("/", 5, 6, 7);

        PageTimes times = new PageTimes(visits);

        assertThat(times.slowest(2)).containsExactly("/surat 500", "/penduduk 300");
        assertThat(times.kinds()).isEqualTo(3);
        assertThat(times.overAim()).isEqualTo(2);
        assertThat(times.all().count()).isEqualTo(9);
    }

    @Test
    void oneSlowPageOfManyIsWithinTheAim() {
        for (int visit = 0; visit < 99; visit++) {
            come("/", 20);
        }
        come("/", 5_000);

        assertThat(new PageTimes(visits).overAim()).isZero();
    }

    @Test
    void whatWasRefusedIsNotCountedAsFast() {
        come("/surat", 250);
        visits.add(new Visit("/surat", 1, "/surat: /surat answers 500"));
        visits.add(new Visit("/kantor", 1, "/kantor: /kantor answers 403"));

        PageTimes times = new PageTimes(visits);

        assertThat(times.refused()).containsExactly("/kantor: /kantor answers 403", "/surat: /surat answers 500");
        assertThat(times.kinds()).isEqualTo(1);
        assertThat(times.overAim()).isEqualTo(1);
    }

    private void come(String kind, double... millis) {
        for (double each : millis) {
            visits.add(new Visit(kind, each, null));
        }
    }
}
