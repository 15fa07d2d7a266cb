package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.ProgramProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An operator of a village who works without a pause, and remembers what the village said it has kept.
 *
 * <p>An answer that does not come is an operation of unknown outcome: it may or may not have been kept.
 */
final class Traffic {

    /** Without it the traffic takes the processor that what was killed needs to come back. */
    private static final Duration BREATH = Duration.ofMillis(20);

    private final ProgramProcess village;
    private final String nikPrefix;
    private final long breathNanos;
    private final SplittableRandom random;
    private final Thread worker;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean inFlight = new AtomicBoolean();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** NIKs of those of whom the village said that they are registered. */
    private final Queue<String> registered = new ConcurrentLinkedQueue<>();

    private long serial;
    private Clerk clerk;

    Traffic(ProgramProcess village, String nikPrefix, long seed) {
        this(village, nikPrefix, seed, BREATH);
    }

    /** @param breath between two operations */
    Traffic(ProgramProcess village, String nikPrefix, long seed, Duration breath) {
        this.village = village;
        this.breathNanos = breath.toNanos();
        this.nikPrefix = nikPrefix;
        this.random = new SplittableRandom(seed);
        this.worker = new Thread(this::work, "traffic-" + village.name());
        this.worker.setDaemon(true);
        this.worker.start();
    }

    /**
     * Several operators of one village at once, who take no breath.
     *
     * @param nikPrefix five digits
     */
    static List<Traffic> several(int operators, ProgramProcess village, String nikPrefix) {
        List<Traffic> several = new ArrayList<>();
        for (int operator = 0; operator < operators; operator++) {
            Traffic one = new Traffic(village, nikPrefix + operator, operator, Duration.ofMillis(1));
            several.add(one);
            // The same name twice at the same moment looks like somebody who guesses.
            one.awaitMore(1);
        }
        return several;
    }

    /** Those of whom the village told any of them that they are registered. */
    static List<String> registered(List<Traffic> operators) {
        return operators.stream()
                .flatMap(operator -> operator.registered().stream())
                .toList();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Waits until so many more are registered. */
    void awaitMore(int more) {
        long wanted = acknowledged() + more;
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(acknowledged()).isGreaterThanOrEqualTo(wanted));
    }

    /** How often the village, or its database, was away or refused. */
    long refused() {
        return refused.get();
    }

    boolean isInFlight() {
        return inFlight.get();
    }

    List<String> registered() {
        return List.copyOf(registered);
    }

    private void work() {
        while (!ended.get()) {
            try {
                if (clerk == null) {
                    clerk = Clerk.at(village.url(), "operator", Accounts.PASSWORD);
                }
                operation();
                LockSupport.parkNanos(breathNanos);
            } catch (IOException | IllegalStateException e) {
                // The village, or its database, is away: what an operator sees then, and tries again.
                clerk = null;
                refused.incrementAndGet();
                LockSupport.parkNanos(breathNanos);
            }
        }
    }

    private void operation() throws IOException {
        String nik = nikPrefix + String.format("%010d", ++serial);
        Clerk.Page form = clerk.open("/penduduk/baru");
        inFlight.set(true);
        try {
            Clerk.Page answer = clerk.submit(form.form("/penduduk"), resident(nik));
            if (answer.status() >= 400) {
                throw new IOException("not registered: " + answer.status());
            }
            registered.add(nik);
            acknowledged.incrementAndGet();
        } finally {
            inFlight.set(false);
        }
    }

    private Map<String, String> resident(String nik) {
        return Map.of(
                "nik",
                nik,
                "fullName",
                "Uji Lalu Lintas " + random.nextInt(1000),
                "sex",
                Integer.toString(1 + random.nextInt(2)),
                "bornOn",
                "1990-0" + (1 + random.nextInt(9)) + "-11",
                "dusun",
                "KRAJAN");
    }

    /** Ends after the operation under way. */
    void end() {
        ended.set(true);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
