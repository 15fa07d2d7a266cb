package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults 46 and 53: text that other systems stumble over, from a form in the village to a row at the hub. */
class StrangeTextIT {

    private static final List<String> NAMES = List.of(
            "Siti \uD83C\uDF3E Panen",
            "\u202Eterbalik\u202C",
            "Rene\u0301 dan Ren\u00E9",
            "O'Neil \"Bu\" ; drop table",
            "\u0645\u062D\u0645\u062F",
            "A\u00A0B\u200BC");

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.BROWSED;

    @Test
    void strangeNamesAndDaysAreTheSameOnBothSides() throws IOException, SQLException {
        Clerk operator = Clerk.at(regency.village(kode).url(), "operator", Accounts.PASSWORD);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String nik = "35100529029600" + (10 + i);
            Clerk.Page answer = register(operator, nik, NAMES.get(i));
            assertThat(answer.status()).as("registering %s", nik).isLessThan(400);
            kept.add(nik);
        }
        Arrived.assertArrived(regency, kode, kept);
    }

    @Test
    void aTextTooLargeForARecordIsRefusedBeforeTheCommit() throws IOException, SQLException {
        Clerk operator = Clerk.at(regency.village(kode).url(), "operator", Accounts.PASSWORD);
        long before = numbered();

        Clerk.Page answer = register(operator, "3510052902960099", "A".repeat(1_200_000));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(numbered()).isEqualTo(before);
    }

    private long numbered() throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader()) {
            return Long.parseLong(
                    Rows.strings(village, "select sequence from log_head").get(0));
        }
    }

    private static Clerk.Page register(Clerk operator, String nik, String name) throws IOException {
        return operator.submit(
                operator.open("/penduduk/baru").form("/penduduk"),
                Map.of("nik", nik, "fullName", name, "sex", "2", "bornOn", "1996-02-29", "dusun", "KRAJAN"));
    }
}
