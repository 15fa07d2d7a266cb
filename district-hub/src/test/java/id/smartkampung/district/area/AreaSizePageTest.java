package id.smartkampung.district.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.wilayah.Wilayah;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AreaSizePageTest {

    private static final String BANGOREJO = "35.10.02";

    @Inject
    Officers officers;

    @Inject
    Reading reading;

    @Test
    void sizesAreKeptAndShownAgainAsTheyWereTyped() {
        Response saved = store("12,3456", "");

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(sizes()).containsExactly(12_345_600L);
        assertThat(officers.a("admin").get("/luas-wilayah?kec=" + BANGOREJO).asString())
                .contains("value=\"12,3456\"");
    }

    @Test
    void whatIsNoSizeIsShownAtItsFieldAndNothingIsKept() {
        store("5", "");

        Response refused = store("7", "dua puluh");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("value=\"dua puluh\" ").contains("1 isian belum benar");
        assertThat(sizes()).containsExactly(5_000_000L);
    }

    @Test
    void onlyAnAdministratorMay() {
        assertThat(officers.a("dukcapil").get("/luas-wilayah").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"'0,0001', 100", "'9999,9999', 9999999900", "'0', ", "'-1', ", "'1.234', ", "'1,23456', ", "'', "})
    void aSizeIsANumberAboveZeroWithAComma(String typed, Long squareMetres) {
        assertThat(AreaSizes.read(typed).stream().boxed().toList())
                .isEqualTo(squareMetres == null ? List.of() : List.of(squareMetres));
    }

    /** Sends sizes of the first two desa, and none of the others. */
    private Response store(String first, String second) {
        long desa = Wilayah.desa().stream()
                .filter(area -> area.kode().kecamatan().value().equals(BANGOREJO))
                .count();
        List<String> fields = new ArrayList<>(List.of("kec", BANGOREJO, "luas", first, "luas", second));
        for (int i = 2; i < desa; i++) {
            fields.addAll(List.of("luas", ""));
        }
        officers.a("admin").get("/luas-wilayah?kec=" + BANGOREJO);
        return officers.a("admin").post("/luas-wilayah", fields.toArray(String[]::new));
    }

    private List<Long> sizes() {
        return reading.list(
                row -> row.getLong("square_metres"),
                "select square_metres from area_size where kode_desa like '35.10.02.%' order by kode_desa");
    }
}
