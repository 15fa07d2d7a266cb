package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.regency.Clerk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.FormElement;

/** Somebody in the office with a session of their own, who goes from page to page and reads each for a while. */
final class Officer {

    private final Clerk clerk;
    private final FormElement search;
    private final Map<String, List<Ask>> kinds;
    private final Random random;

    /** @param kinds what this account may ask for, by kind of page */
    Officer(Clerk clerk, Map<String, List<Ask>> kinds, long seed) throws IOException {
        this.clerk = clerk;
        this.search = clerk.open("/cari").form("/cari");
        this.kinds = kinds;
        this.random = new Random(seed);
    }

    /** Asks for one page of each kind, in an order of one's own. */
    List<Visit> round(Duration think) {
        List<String> order = new ArrayList<>(kinds.keySet());
        Collections.shuffle(order, random);
        List<Visit> visits = new ArrayList<>();
        for (String kind : order) {
            List<Ask> asks = kinds.get(kind);
            visits.add(visit(asks.get(random.nextInt(asks.size()))));
            // From half to one and a half of it: people do not march in step.
            LockSupport.parkNanos((long) (think.toNanos() * (0.5 + random.nextDouble())));
        }
        return visits;
    }

    private Visit visit(Ask ask) {
        long begin = System.nanoTime();
        String refused = null;
        try {
            if (ask.typed() == null) {
                clerk.visit(ask.path());
            } else {
                clerk.visit(search, Map.of("q", ask.typed()));
            }
        } catch (IOException e) {
            refused = ask.kind() + ": " + e.getMessage();
        }
        return new Visit(ask.kind(), (System.nanoTime() - begin) / 1e6, refused);
    }
}
