package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults 16, 28 and 29: a line that falls silent without being closed, and a broker that has lost everything. */
class BrokerIT {

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah kode = SharedRegency.BROWSED;

    @Test
    void aLineThatFellSilentIsNoticedAndEverythingArrivesWhenItSpeaksAgain() throws Exception {
        try (Screen operator = Screen.of(regency.village(kode), "operator")) {
            signal("STOP");
            try {
                LiveDashboardIT.register(operator.page(), "3510050202900161", "Warga Sunyi");
                operator.page().navigate("/");
                operator.page()
                        .getByText("perubahan menunggu jaringan")
                        .first()
                        .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            } finally {
                signal("CONT");
            }
        }
        Arrived.assertArrived(regency, kode, List.of("3510050202900161"));
    }

    @Test
    void aBrokerThatLostEverythingIsFilledAgainFromTheVillages() throws IOException, SQLException {
        Traffic traffic = new Traffic(regency.village(SharedRegency.VILLAGE), "351028", 28);
        try {
            traffic.awaitMore(10);
            regency.kafka().kill();
            traffic.awaitMore(10);
            delete(regency.plan().folder().resolve("kafka").resolve("log"));
            regency.kafka().start();
            traffic.awaitMore(10);
        } finally {
            traffic.end();
        }
        Arrived.assertArrived(regency, SharedRegency.VILLAGE, traffic.registered());
    }

    private void signal(String signal) throws IOException, InterruptedException {
        long pid = regency.kafka().process().orElseThrow().pid();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
