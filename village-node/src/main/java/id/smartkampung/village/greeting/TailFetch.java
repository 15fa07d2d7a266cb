package id.smartkampung.village.greeting;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Course;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What only the district has of our log, while it is fetched part by part.
 *
 * <p>Kept in memory: who begins again says hello again, and is told again what it lacks.
 */
@ApplicationScoped
public class TailFetch {

    private final Greeting greeting;

    private Course course;
    private LogHead after;
    private String untoldAfter;
    private final List<Envelope> fetched = new ArrayList<>();
    private List<Envelope> left = List.of();

    TailFetch(Greeting greeting) {
        this.greeting = greeting;
    }

    /**
     * What the next part continues.
     *
     * @param course why it is fetched: {@link Course.Recover} or {@link Course.Fork}, or {@link Course.Continue} for
     *     what we left and have not told anew
     * @param fetched the parts before, as far as they were kept
     * @param left what an earlier fork left and was not told anew, when all of it is here
     */
    public record Wanted(Course course, LogHead after, List<Envelope> fetched, List<Envelope> left) {}

    synchronized void begin(Course.Recover recover, LogHead from) {
        start(recover, from);
    }

    /** What an earlier fork left is fetched before the history of which the district heard since. */
    synchronized void begin(Course.Fork fork, boolean untold) {
        start(fork, fork.common());
        if (untold) {
            untoldAfter = "";
            greeting.fetchUntold(fork.common(), untoldAfter);
        }
    }

    synchronized void begin(Course.Continue onward, LogHead from) {
        start(onward, from);
        untoldAfter = "";
        greeting.fetchUntold(from, untoldAfter);
    }

    private void start(Course why, LogHead from) {
        course = why;
        after = from;
        untoldAfter = null;
        fetched.clear();
        left = List.of();
        greeting.fetch(from);
    }

    /** What this answer continues; nothing when we did not ask for it, or no longer. */
    public synchronized Optional<Wanted> wanted(String nonce, LogHead behind, String subject) {
        return course != null && behind.equals(after) && Objects.equals(subject, untoldAfter) && greeting.fetches(nonce)
                ? Optional.of(new Wanted(course, after, List.copyOf(fetched), left))
                : Optional.empty();
    }

    /** A part is here and is kept until all are; the next one is asked for. */
    public synchronized void keep(List<Envelope> part, LogHead reached) {
        fetched.addAll(part);
        after = reached;
        greeting.fetch(reached);
    }

    /** Subjects are here and are kept until all are; those behind them are asked for. */
    public synchronized void keepUntold(List<Envelope> part) {
        fetched.addAll(part);
        untoldAfter = part.get(part.size() - 1).subject();
        greeting.fetchUntold(after, untoldAfter);
    }

    /** All subjects are here, and nothing else is wanted. */
    public synchronized void endUntold() {
        forget();
    }

    /** All subjects are here; what follows the common place is asked for. */
    public synchronized void endUntold(Course.Fork fork) {
        left = List.copyOf(fetched);
        fetched.clear();
        untoldAfter = null;
        after = fork.common();
        greeting.fetch(after);
    }

    /** A part is in its place; the next one is asked for. */
    public synchronized void reached(LogHead head) {
        after = head;
        greeting.fetch(head);
    }

    /** Everything is here, or our log went on meanwhile: the district is asked anew where we stand. */
    public synchronized void end() {
        forget();
        greeting.begin();
    }

    /** It cannot be had; a person must decide. */
    public synchronized void fail() {
        forget();
        greeting.answered(false);
    }

    private void forget() {
        course = null;
        after = null;
        untoldAfter = null;
        fetched.clear();
        left = List.of();
    }
}
