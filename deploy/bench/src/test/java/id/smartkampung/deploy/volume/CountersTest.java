package id.smartkampung.deploy.volume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {

    @Test
    void eachYearCountsFromOneWithoutAHole() {
        Counters counters = new Counters("", null);

        assertThat(counters.next(2018)).isEqualTo(1);
        assertThat(counters.next(2018)).isEqualTo(2);
        assertThat(counters.next(2019)).isEqualTo(1);
        assertThat(counters.next(2018)).isEqualTo(3);
    }
}
