package id.smartkampung.district.intake;

import id.smartkampung.district.village.VillageConfig;
import id.smartkampung.web.error.FullDisk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How the workers of this hub instance are doing: since when one is stuck, or waits for database or broker. */
@ApplicationScoped
public class IntakeHealth {

    private final Clock clock;
    private final VillageConfig config;
    private final FullDisk disk;
    private final Map<String, Instant> turns = new ConcurrentHashMap<>();
    private final Map<String, Instant> waits = new ConcurrentHashMap<>();
    /** Those that wait for room on the disk. */
    private final Set<String> full = ConcurrentHashMap.newKeySet();

    IntakeHealth(Clock clock, VillageConfig config, FullDisk disk, MeterRegistry registry) {
        this.clock = clock;
        this.config = config;
        this.disk = disk;
        TimeGauge.builder(
                        "kampung.inbox.turn.age",
                        this,
                        TimeUnit.MILLISECONDS,
                        health -> millisSince(health.oldestTurn()))
                .register(registry);
        TimeGauge.builder(
                        "kampung.inbox.waiting",
                        this,
                        TimeUnit.MILLISECONDS,
                        health -> millisSince(health.waitingSince()))
                .register(registry);
    }

    /** A worker goes round. */
    public void turn(String worker) {
        turns.put(worker, clock.instant());
    }

    /** A worker leaves database and broker alone for a while, since one of them failed. */
    public void waits(String worker, Exception failure) {
        waits.putIfAbsent(worker, clock.instant());
        if (disk.explains(failure)) {
            full.add(worker);
        }
    }

    /** A worker has stored something again. */
    public void works(String worker) {
        waits.remove(worker);
        full.remove(worker);
        if (full.isEmpty()) {
            disk.hasRoom();
        }
    }

    /** A worker has come to its end. */
    public void ends(String worker) {
        turns.remove(worker);
        waits.remove(worker);
        full.remove(worker);
    }

    /** Since when a worker has not come round although it should have; empty when all have. */
    public Optional<Instant> stalledSince() {
        Instant limit = clock.instant().minus(config.stalledAfter());
        return oldestTurn().filter(turn -> turn.isBefore(limit));
    }

    /** Since when a worker waits for the database or the broker; empty when none does. */
    public Optional<Instant> waitingSince() {
        return waits.values().stream().min(Comparator.naturalOrder());
    }

    private Optional<Instant> oldestTurn() {
        return turns.values().stream().min(Comparator.naturalOrder());
    }

    private double millisSince(Optional<Instant> since) {
        return since.map(at -> Duration.between(at, clock.instant()).toMillis()).orElse(0L);
    }
}
