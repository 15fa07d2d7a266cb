package id.smartkampung.district.manners;

import id.smartkampung.district.web.Writing;
import id.smartkampung.web.time.Wib;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what clients ask, and writes it down now and then: a call shall not wait for it. */
@ApplicationScoped
class CallUsage {

    private final Writing writing;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    CallUsage(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    private record Count(long calls, long refused) {

        Count plus(Count other) {
            return new Count(calls + other.calls, refused + other.refused);
        }
    }

    void count(String client, boolean admitted) {
        counts.merge(client, new Count(1, admitted ? 0 : 1), Count::plus);
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void write() {
        for (String client : List.copyOf(counts.keySet())) {
            Count count = counts.remove(client);
            try {
                QuarkusTransaction.requiringNew().run(() -> write(client, count));
            } catch (RuntimeException e) {
                // the database is away: it is written when it is back
                counts.merge(client, count, Count::plus);
                throw e;
            }
        }
    }

    void writeTheLast(@Observes ShutdownEvent end) {
        write();
    }

    private void write(String client, Count count) {
        writing.run("""
                insert into client_usage as u (client_id, day, calls, refused, last_at) values (?, ?, ?, ?, ?)
                on conflict (client_id, day) do update set calls = u.calls + excluded.calls,
                    refused = u.refused + excluded.refused, last_at = excluded.last_at
                """, client, Wib.dateOf(clock.instant()), count.calls(), count.refused(), clock.instant());
    }
}
