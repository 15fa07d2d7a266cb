package id.smartkampung.deploy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the open connections of a process to a port have carried since they were opened, as the kernel of Linux tells it
 * (ss(8)). Connections that are closed are no longer known to it.
 *
 * @param connections how many are open
 * @param bytes sent and received, with 40 bytes of TCP and IP for each packet
 */
record LineUse(int connections, long bytes) {

    private static final int HEADER_BYTES = 40;
    private static final Pattern BYTES = Pattern.compile("\\bbytes_(?:sent|received):(\\d+)");
    private static final Pattern PACKETS = Pattern.compile("\\bsegs_(?:out|in):(\\d+)");

    static LineUse of(long pid, int port) {
        try {
            Process ss = new ProcessBuilder("ss", "-tinpHO")
                    .redirectErrorStream(true)
                    .start();
            try (var lines = ss.inputReader(StandardCharsets.UTF_8)) {
                return of(lines.lines().toList(), pid, port);
            }
        } catch (IOException e) {
            throw new IllegalStateException("connections cannot be read: ss of iproute2 is missing", e);
        }
    }

    /** @param lines of {@code ss -tinpHO}: one for each connection */
    static LineUse of(List<String> lines, long pid, int port) {
        int connections = 0;
        long bytes = 0;
        for (String line : lines) {
            String[] columns = line.strip().split("\\s+", 6);
            if (columns.length == 6 && columns[4].endsWith(":" + port) && columns[5].contains("pid=" + pid + ",")) {
                connections++;
                bytes += sum(BYTES, line) + HEADER_BYTES * sum(PACKETS, line);
            }
        }
        return new LineUse(connections, bytes);
    }

    private static long sum(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        long sum = 0;
        while (matcher.find()) {
            sum += Long.parseLong(matcher.group(1));
        }
        return sum;
    }
}
