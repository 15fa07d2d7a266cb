package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Clerk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** An official's open dashboard without the drawing: it is told of changes and fetches what changed. */
final class OpenPage implements AutoCloseable {

    private final Clerk official;
    private final InputStream stream;
    private final Thread reader;
    private final Clock clock = Clock.systemUTC();

    /** When the answer had come, by when it was asked for; both in seconds since 1970. */
    private final ConcurrentSkipListMap<Double, Double> fetched = new ConcurrentSkipListMap<>();

    OpenPage(String hub) throws IOException {
        official = Clerk.at(hub, "dispermades", "kampung-demo-2026");
        stream = official.stream("/langsung");
        reader = new Thread(this::read, "open-page");
        reader.setDaemon(true);
        reader.start();
    }

    /** When the page had what was committed at this moment, in seconds since 1970. */
    double toldAfter(double committedAt) {
        Map.Entry<Double, Double> first = fetched.ceilingEntry(committedAt);
        return first == null ? Double.NaN : first.getValue();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:") && line.contains("perubahan")) {
                    double asked = now();
                    official.fragment("/");
                    fetched.put(asked, now());
                }
            }
        } catch (IOException e) {
            // Closed: the measure is over.
        }
    }

    private double now() {
        Instant now = clock.instant();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
