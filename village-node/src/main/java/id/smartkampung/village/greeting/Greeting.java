package id.smartkampung.village.greeting;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Anchors;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.Fingerprint;
import id.smartkampung.village.trust.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the district has answered the hello of this session: before that nothing is sent, so that a server which was
 * restored from a backup learns of it before it forks its own history.
 *
 * <p>A session begins with the program and with each topic that was made anew.
 */
@ApplicationScoped
public class Greeting {

    private static final int LONGEST_PATIENCE = 8;

    private final LogQueries log;
    private final Fingerprint fingerprint;
    private final SyncConfig config;
    private final VillageProfile village;
    private final Clock clock;
    private final String version;

    private String session = UUID.randomUUID().toString();
    private String topicId;
    private boolean inNewTopic;
    private int attempt;
    private String nonce;
    private List<LogHead> places = List.of();
    private List<LogHead> closer;
    private LogHead lostAfter;
    private String untoldAfter;
    private boolean asked;
    private long saidNanos;
    private Duration patience = Duration.ZERO;
    private boolean answered;
    private volatile boolean welcomed;

    Greeting(
            LogQueries log,
            Fingerprint fingerprint,
            SyncConfig config,
            VillageProfile village,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.log = log;
        this.fingerprint = fingerprint;
        this.config = config;
        this.village = village;
        this.clock = clock;
        this.version = version;
    }

    /**
     * What to say now.
     *
     * @param attempt how many hellos were not answered before; the answer to one may depend on the key that signs it
     * @param inNewTopic whether the topic was made anew since this program began
     */
    public record Due(Control control, int attempt, boolean inNewTopic) {}

    /** Whether the district knows where we stand, so that sending, checkpoints and heartbeats may begin. */
    public boolean isWelcomed() {
        return welcomed;
    }

    /** A new topic is a new session: who made it may know less of us than who had the last one. */
    public synchronized void over(String topic) {
        if (!topic.equals(topicId)) {
            inNewTopic = topicId != null;
            topicId = topic;
            attempt = 0;
            begin();
        }
    }

    /** Begins a session. */
    public synchronized void begin() {
        session = UUID.randomUUID().toString();
        nonce = null;
        closer = null;
        lostAfter = null;
        answered = false;
        welcomed = false;
    }

    /**
     * What to say now: a hello, the first at once, again after a while without an answer, and after a long while when
     * the answer was to wait for a person, who may have decided; or what we lost.
     */
    public synchronized Optional<Due> due() {
        return word().map(control -> new Due(control, attempt, inNewTopic));
    }

    private Optional<Control> word() {
        if (lostAfter != null) {
            return want();
        }
        if (nonce != null && isWithin(answered ? config.headEvery() : patience)) {
            return Optional.empty();
        }
        if (answered) {
            begin();
        }
        if (nonce == null) {
            patience = config.helloAgainAfter();
        } else {
            patience = longer(patience);
            attempt++;
        }
        if (closer == null) {
            places = Anchors.of(log.head(), log::headAt);
        } else {
            places = closer;
            closer = null;
        }
        return Optional.of(say());
    }

    /** Asks for what we lost; who is not answered for long says hello anew. */
    private Optional<Control> want() {
        if (asked && isWithin(patience)) {
            return Optional.empty();
        }
        if (asked && patience.compareTo(config.helloAgainAfter().multipliedBy(LONGEST_PATIENCE)) >= 0) {
            begin();
            return word();
        }
        patience = asked ? longer(patience) : config.helloAgainAfter();
        asked = true;
        saidNanos = System.nanoTime();
        return Optional.of(new Control.TailWanted(
                village.node(), nonce, Control.Place.of(lostAfter), clock.instant(), untoldAfter));
    }

    /** The places of the hello that this is the answer to; nothing when it answers another. */
    synchronized Optional<List<LogHead>> placesOf(String replied) {
        return replied.equals(nonce) && !answered && lostAfter == null ? Optional.of(places) : Optional.empty();
    }

    /** It is not clear yet where our histories part. */
    synchronized void askAgain(List<LogHead> between) {
        closer = List.copyOf(between);
        nonce = null;
    }

    /** The district has events of ours behind this place that we lost; they are asked for. */
    synchronized void fetch(LogHead after) {
        fetchUntold(after, null);
    }

    /** The district has what we left behind a fork and have not told anew; the subjects behind this one are asked for. */
    synchronized void fetchUntold(LogHead after, String subject) {
        lostAfter = after;
        untoldAfter = subject;
        asked = false;
    }

    /** Whether this answers the hello that told us what we lost. */
    synchronized boolean fetches(String replied) {
        return lostAfter != null && replied.equals(nonce);
    }

    /** The district has answered: go on, or wait for a person. */
    synchronized void answered(boolean goOn) {
        lostAfter = null;
        answered = true;
        attempt = 0;
        welcomed = goOn;
    }

    /** A hub that is away for days is not asked all the time on a line that is paid by the byte. */
    private Duration longer(Duration waited) {
        Duration longest = config.helloAgainAfter().multipliedBy(LONGEST_PATIENCE);
        Duration doubled = waited.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private boolean isWithin(Duration time) {
        return System.nanoTime() - saidNanos < time.toNanos();
    }

    private Control.Hello say() {
        nonce = UUID.randomUUID().toString();
        saidNanos = System.nanoTime();
        return new Control.Hello(
                village.node(),
                nonce,
                places.stream().map(Control.Place::of).toList(),
                session,
                fingerprint.value(),
                clock.instant(),
                version);
    }
}
