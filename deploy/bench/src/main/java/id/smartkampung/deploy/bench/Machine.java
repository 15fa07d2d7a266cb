package id.smartkampung.deploy.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** The conditions under which figures were taken. */
final class Machine {

    private Machine() {}

    static void print(PrintStream out) {
        Runtime runtime = Runtime.getRuntime();
        Figure.of("machine")
                .with("processors", runtime.availableProcessors())
                .with("java", Runtime.version().toString())
                .with("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .with("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .print(out);
    }
}
