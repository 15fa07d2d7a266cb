package id.smartkampung.deploy.e2e;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one regency of all tests: packaged programs, each a process of its own, in a folder below target. */
final class SharedRegency {

    /** Works under fire. */
    static final KodeWilayah VILLAGE = new KodeWilayah("35.10.06.2001");

    /** Is worked with in the browser. */
    static final KodeWilayah BROWSED = new KodeWilayah("35.10.05.2001");

    /** Gets the population file of another system. */
    static final KodeWilayah IMPORTED = new KodeWilayah("35.10.14.2001");

    private static final Map<String, String> SETTINGS = Map.of(
            // The programs are started a hundred times here, and never live long enough for the second compiler.
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1",
            // Three villages of a test do not bring thousands of events within minutes.
            "DISTRICT_INBOX_BREAKER_EVENTS", "100",
            // A backup that was made is with the district before a test loses patience.
            "VILLAGE_BACKUP_LOOK_EVERY", "3s",
            "VILLAGE_BACKUP_PAUSE", "3s");

    private static Regency regency;

    private SharedRegency() {}

    static synchronized Regency get() {
        if (regency == null) {
            RegencyPlan plan = RegencyPlan.onFreePorts(folder(), List.of(VILLAGE, BROWSED, IMPORTED))
                    .withSecondHub()
                    .withClone(VILLAGE)
                    .withEnvironment(SETTINGS);
            Regency starting = new Regency(plan, Checkout.here());
            // Before the start: one that fails half way leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(starting::stop, "stop-regency"));
            regency = starting.start();
        }
        return regency;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "regency")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the regency of the tests", e);
        }
    }
}
