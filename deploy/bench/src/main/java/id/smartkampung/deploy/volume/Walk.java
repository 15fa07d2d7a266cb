package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.servers.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Twenty officers of one village who all work at the same time, each with a connection that stays open. */
public final class Walk {

    /** How many sessions each account has; those who only work there are the most. */
    private static final Map<String, Integer> SESSIONS = sessions();

    private final List<Officer> officers;

    private Walk(List<Officer> officers) {
        this.officers = officers;
    }

    private static Map<String, Integer> sessions() {
        Map<String, Integer> sessions = new LinkedHashMap<>();
        sessions.put("operator", 10);
        sessions.put("sekdes", 5);
        sessions.put("kades", 3);
        sessions.put("admin", 2);
        return sessions;
    }

    /** Logs all of them in, and lets one of each account look which pages there are. */
    public static Walk in(ProgramProcess village, Database database, long seed) throws IOException, SQLException {
        Beginnings beginnings = Beginnings.of(database);
        List<Officer> officers = new ArrayList<>();
        for (Map.Entry<String, Integer> account : SESSIONS.entrySet()) {
            Map<String, List<Ask>> kinds = null;
            for (int session = 0; session < account.getValue(); session++) {
                Clerk clerk = Clerk.at(village.url(), account.getKey(), Clerk.DEMO_PASSWORD);
                if (kinds == null) {
                    kinds = asks(Crawl.from(beginnings.paths(), Crawl.seenBy(clerk)), beginnings.searches());
                }
                officers.add(new Officer(clerk, kinds, seed + officers.size()));
            }
        }
        return new Walk(officers);
    }

    private static Map<String, List<Ask>> asks(Map<String, List<String>> pages, List<Ask> searches) {
        Map<String, List<Ask>> asks = new TreeMap<>();
        pages.forEach((kind, paths) -> asks.put(
                kind, paths.stream().map(path -> new Ask(kind, path, null)).toList()));
        searches.forEach(search ->
                asks.computeIfAbsent(search.kind(), kind -> new ArrayList<>()).add(search));
        return asks;
    }

    public int users() {
        return officers.size();
    }

    /**
     * All of them at once, each through all kinds of pages.
     *
     * @param rounds how often each comes to each kind
     * @param think how long a page is read, on average
     */
    public List<Visit> walk(int rounds, Duration think) throws IOException {
        List<Callable<List<Visit>>> ways = new ArrayList<>();
        for (Officer officer : officers) {
            ways.add(() -> {
                List<Visit> visits = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    visits.addAll(officer.round(think));
                }
                return visits;
            });
        }
        ExecutorService hands = Executors.newFixedThreadPool(ways.size());
        try {
            List<Visit> visits = new ArrayList<>();
            for (Future<List<Visit>> way : hands.invokeAll(ways)) {
                visits.addAll(way.get());
            }
            return visits;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while officers went from page to page", e);
        } catch (ExecutionException e) {
            throw new IOException("an officer did not come to the end", e);
        } finally {
            hands.shutdown();
        }
    }
}
