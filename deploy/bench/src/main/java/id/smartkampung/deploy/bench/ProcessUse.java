package id.smartkampung.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has used, as the kernel of Linux tells it (proc(5)).
 *
 * @param cpuSeconds user and system time of all its threads
 * @param residentMib memory it holds now
 */
record ProcessUse(double cpuSeconds, double residentMib) {

    private static final double TICKS_PER_SECOND = 100;

    static ProcessUse of(long pid) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(proc.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
            return new ProcessUse(cpu, kib(Files.readAllLines(proc.resolve("status"))) / 1024.0);
        } catch (IOException e) {
            throw new IllegalStateException("process " + pid + " cannot be read; is this Linux?", e);
        }
    }

    /** A process with its children, such as a PostgreSQL server with its backends. */
    static ProcessUse ofTree(long pid) {
        ProcessUse sum = of(pid);
        for (ProcessHandle child :
                ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
            if (child.isAlive()) {
                sum = sum.plus(of(child.pid()));
            }
        }
        return sum;
    }

    ProcessUse plus(ProcessUse other) {
        return new ProcessUse(cpuSeconds + other.cpuSeconds, residentMib + other.residentMib);
    }

    private static long kib(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
