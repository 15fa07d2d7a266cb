package id.smartkampung.district.export;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.TestClients;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** A kecamatan with the people of one village, and a client that may export them. */
abstract class ExportedArea {

    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Kampung kampung;

    /** A kecamatan and a client of its own for each test. */
    final String area = "35.94." + NEXT.getAndIncrement();

    final String village = area + ".2001";
    final String name = "dinas-" + UUID.randomUUID();
    final String client = TestClients.client(name, "requests residents.min", "");

    @BeforeEach
    void aVillageWithPeople() {
        kampung.joins(village, "Uji");
        for (int i = 0; i < 50; i++) {
            kampung.registers(
                    village, "35%02d014403870%03d".formatted(94, i).substring(0, 16), "Warga \"" + i + "\", \\ ñ");
        }
        kampung.asks(village, "26-0001", "SUBMITTED", Instant.parse("2026-11-20T05:00:00Z"));
        kampung.joins(area.replace("35.94", "35.93") + ".2001", "Lain");
        kampung.registers(area.replace("35.94", "35.93") + ".2001", "3593014403870001", "Orang lain");
    }
}
