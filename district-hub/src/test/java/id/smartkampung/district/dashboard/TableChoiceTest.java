package id.smartkampung.district.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableChoiceTest {

    @Test
    void turnsRoundWhenTheSameColumnIsAskedTwice() {
        TableChoice choice = TableChoice.of("penduduk", "", List.of(), false);

        assertThat(choice.direction("penduduk")).isEqualTo("descending");
        assertThat(choice.sortedBy("penduduk")).contains("arah=naik");
        assertThat(choice.sortedBy("keluarga")).contains("urut=keluarga").contains("arah=turun");
    }

    @Test
    void keepsWhatIsOpenInTheAddress() {
        TableChoice choice = TableChoice.of("nama", "naik", List.of("35.10.07", "35.10.01"), true);

        assertThat(choice.query()).isEqualTo("urut=nama&arah=naik&buka=35.10.01&buka=35.10.07&semua=1");
    }

    @Test
    void takesAnUnknownColumnForTheName() {
        assertThat(TableChoice.of("'; drop table", "", List.of(), false).sort()).isEqualTo("nama");
    }
}
