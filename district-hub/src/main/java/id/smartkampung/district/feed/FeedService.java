package id.smartkampung.district.feed;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.feed.Reach.Part;
import id.smartkampung.district.live.ChangeListener;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Reads the feed, and lets callers wait until there is something to read. */
@ApplicationScoped
class FeedService {

    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    private final AgroalDataSource database;
    private final ChangeListener listener;
    private final FeedSecret secret;
    private final FeedConfig config;
    private final Audit audit;
    private final Clock clock;
    private final Semaphore waiting;

    FeedService(
            AgroalDataSource database,
            ChangeListener listener,
            FeedSecret secret,
            FeedConfig config,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.listener = listener;
        this.secret = secret;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
        this.waiting = new Semaphore(config.mostWaiting());
    }

    /** What a follower asks for, whatever it has read so far. */
    record Question(Part part, int limit, boolean thin) {}

    /**
     * Where a cursor stands; the start of all logs for none.
     *
     * @throws RefusedException when we did not give it out, or it is too old
     */
    FeedCursor cursor(String text) {
        Instant now = clock.instant();
        if (text == null || text.isBlank()) {
            return FeedCursor.start(now);
        }
        FeedCursor cursor = FeedCursor.read(text, secret.value()).orElseThrow(Cursor::refused);
        if (cursor.madeAt().plus(config.cursorLives()).isBefore(now)) {
            throw new RefusedException(GONE, "api.cursor-expired");
        }
        return cursor;
    }

    String text(FeedCursor cursor) {
        return cursor.text(secret.value());
    }

    /** The next stretch; where there is nothing new it is waited for, until one comes or the patience is over. */
    Uni<Stretch> next(Question question, FeedCursor after, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean mayWait = !patience.isZero() && waiting.tryAcquire();
        if (!mayWait) {
            return onWorker(question, after);
        }
        return next(question, after, deadline).onTermination().invoke(waiting::release);
    }

    /** One stretch after the other as long as somebody reads, an empty one as a sign of life. */
    Multi<Stretch> follow(Question question, FeedCursor after) {
        if (!waiting.tryAcquire()) {
            throw new RefusedException(UNAVAILABLE, "api.busy");
        }
        AtomicReference<FeedCursor> reached = new AtomicReference<>(after);
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> reached,
                        at -> next(
                                        question,
                                        at.get(),
                                        System.nanoTime() + config.beatEvery().toNanos())
                                .invoke(stretch -> at.set(stretch.cursor())))
                .indefinitely()
                .select()
                .first(config.endAfter())
                .onTermination()
                .invoke(waiting::release);
    }

    private Uni<Stretch> next(Question question, FeedCursor after, long deadline) {
        // Listening begins before reading, so that what is committed between the two is heard.
        Bell bell = new Bell();
        return onWorker(question, after)
                .onItem()
                .transformToUni(stretch -> {
                    long nanos = deadline - System.nanoTime();
                    if (!stretch.isEmpty() || nanos <= 0) {
                        return Uni.createFrom().item(stretch);
                    }
                    bell.ringsFor(stretch.cursor().places().keySet());
                    return Uni.createFrom()
                            .completionStage(bell.rung)
                            .ifNoItem()
                            .after(Duration.ofNanos(nanos))
                            .recoverWithItem(false)
                            .onItem()
                            .transformToUni(rung -> next(question, after, deadline));
                })
                .onTermination()
                .invoke(bell::close);
    }

    private Uni<Stretch> onWorker(Question question, FeedCursor after) {
        return Uni.createFrom()
                .item(() -> read(question, after))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Stretch read(Question question, FeedCursor after) {
        Stretch stretch = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                FeedQueries.beginSnapshot(connection);
                return FeedReader.read(
                                connection, question.part(), after, question.limit(), question.thin(), clock.instant())
                        .orElseThrow(() -> new RefusedException(GONE, "api.cursor-ahead"));
            } catch (SQLException e) {
                throw new IllegalStateException("the changes of the villages cannot be read", e);
            }
        });
        if (stretch.personal()) {
            trace(question);
        }
        return stretch;
    }

    private void trace(Question question) {
        Part part = question.part();
        List<String> fields = part.types().stream()
                .filter(RowType::isPersonal)
                .sorted()
                .flatMap(type -> type.shown().stream())
                .distinct()
                .collect(Collectors.toList());
        if (part.open()) {
            fields.add("nik");
        }
        audit.recordBy(part.caller(), "changes-read", "area/" + part.area(), fields, part.purpose());
    }

    /** Rings once when one of some villages changed, also when that was before it was known which ones. */
    private final class Bell {

        private final CompletableFuture<Boolean> rung = new CompletableFuture<>();
        private final Set<String> heard = ConcurrentHashMap.newKeySet();
        private final Cancellable line;
        private volatile Set<String> nodes = Set.of();

        private Bell() {
            line = listener.changes().subscribe().with(this::hear, failure -> rung.complete(true));
        }

        private void hear(Set<String> changed) {
            heard.addAll(changed);
            look();
        }

        private void ringsFor(Set<String> wanted) {
            nodes = wanted;
            look();
        }

        private void look() {
            Set<String> wanted = nodes;
            if (wanted.isEmpty()) {
                return;
            }
            if (heard.contains(ChangeListener.EVERYTHING) || heard.stream().anyMatch(wanted::contains)) {
                rung.complete(true);
            }
        }

        private void close() {
            line.cancel();
        }
    }
}
