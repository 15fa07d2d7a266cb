package id.smartkampung.village.letter.signing;

import id.smartkampung.village.area.AreaScope;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Signs many requests one after the other, whether or not anybody has the page open. Runs live in memory, and with them
 * what opens a key: after a restart, what was not signed waits in the queue with its number.
 */
@ApplicationScoped
class SigningRuns {

    /** Of those that are over, the latest can still be looked at. */
    private static final int KEPT = 50;

    /** A signer that hangs holds up its own run only. */
    private static final int AT_ONCE = 3;

    private final SigningStep step;
    private final AreaScope scope;
    private final Clock clock;
    private final Map<UUID, Run> runs = new LinkedHashMap<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, task -> new Thread(task, "letter-signing"));

    SigningRuns(SigningStep step, AreaScope scope, Clock clock) {
        this.step = step;
        this.scope = scope;
        this.clock = clock;
    }

    /** A request that was chosen, with the version that was seen. */
    record Chosen(UUID request, int version, String name, String applicant) {}

    /** How one request of a run stands. */
    enum Standing {
        WAITING,
        WORKING,
        SIGNED,
        FAILED
    }

    /** One request of a run; its words are the numbers of its letters, or the code of what was refused. */
    record Item(Chosen chosen, Standing standing, String words) {}

    /** One press of the button. */
    static final class Run {

        private final Author author;
        private final Optional<AreaScope.Sight> sight;
        private final Instant startedAt;
        private final List<Item> items = new ArrayList<>();

        private Run(Author author, Optional<AreaScope.Sight> sight, Instant startedAt, List<Chosen> chosen) {
            this.author = author;
            this.sight = sight;
            this.startedAt = startedAt;
            chosen.forEach(one -> items.add(new Item(one, Standing.WAITING, "")));
        }

        Instant startedAt() {
            return startedAt;
        }

        synchronized List<Item> items() {
            return List.copyOf(items);
        }

        private synchronized void put(int place, Standing standing, String words) {
            items.set(place, new Item(items.get(place).chosen(), standing, words));
        }
    }

    UUID start(List<Chosen> chosen, SigningWay way, Author author) {
        UUID id = UUID.randomUUID();
        Run run = new Run(author, scope.sight(), clock.instant(), chosen);
        synchronized (runs) {
            runs.put(id, run);
            if (runs.size() > KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
        }
        threads.execute(() -> work(run, way));
        return id;
    }

    /** A run of this account; others do not see it. */
    Optional<Run> find(UUID id, String username) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id))
                    .filter(run -> run.author.username().equals(username));
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private void work(Run run, SigningWay way) {
        List<Item> items = run.items();
        for (int place = 0; place < items.size(); place++) {
            Chosen chosen = items.get(place).chosen();
            run.put(place, Standing.WORKING, "");
            try {
                run.put(place, Standing.SIGNED, step.sign(chosen, way, run));
            } catch (ChangedMeanwhileException e) {
                run.put(place, Standing.FAILED, "signing-changed");
            } catch (RefusedException e) {
                run.put(place, Standing.FAILED, e.code());
            } catch (RuntimeException e) {
                Log.warnf(e, "request %s is not signed", chosen.request());
                run.put(place, Standing.FAILED, "signing-broke");
            }
        }
    }

    /** One request, with a context for its reads as if whoever began the run had asked for a page. */
    @ApplicationScoped
    static class SigningStep {

        private final Signing signing;
        private final AreaScope scope;

        SigningStep(Signing signing, AreaScope scope) {
            this.signing = signing;
            this.scope = scope;
        }

        @ActivateRequestContext
        String sign(Chosen chosen, SigningWay way, Run run) {
            run.sight.ifPresent(scope::bind);
            List<Letter> letters = signing.sign(chosen.request(), chosen.version(), way, run.author);
            return letters.stream().map(letter -> letter.number).collect(Collectors.joining(", "));
        }
    }
}
