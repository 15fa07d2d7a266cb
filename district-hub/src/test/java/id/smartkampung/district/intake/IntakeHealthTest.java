package id.smartkampung.district.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.MovingClock;
import id.smartkampung.district.village.VillageConfig;
import id.smartkampung.web.error.FullDisk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntakeHealthTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T01:30:00Z");

    private final SQLException away = new SQLException("gone", "08006");

    private final MovingClock clock = new MovingClock(BEGIN);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FullDisk disk = new FullDisk(clock);
    private final IntakeHealth health = new IntakeHealth(
            clock,
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(VillageConfig.class)
                    .build()
                    .getConfigMapping(VillageConfig.class),
            disk,
            registry);

    @Test
    void aWorkerThatDoesNotComeRoundStalls() {
        health.turn("inbox-1");
        clock.passes(Duration.ofMinutes(3));
        health.turn("inbox-2");

        assertThat(health.stalledSince()).contains(BEGIN);
        assertThat(registry.get("kampung.inbox.turn.age").timeGauge().value()).isPositive();
    }

    @Test
    void aWorkerThatHasEndedStallsNobody() {
        health.turn("inbox-1");
        health.ends("inbox-1");
        clock.passes(Duration.ofMinutes(3));

        assertThat(health.stalledSince()).isEmpty();
    }

    @Test
    void waitsSinceTheFirstFailureUntilSomethingIsStored() {
        health.waits("inbox-1", away);
        clock.passes(Duration.ofSeconds(9));
        health.waits("inbox-1", away);
        assertThat(health.waitingSince()).contains(BEGIN);

        health.works("inbox-1");

        assertThat(health.waitingSince()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFullUntilEveryWorkerThatFoundItSoHasStoredSomething() {
        health.waits("inbox-1", new SQLException("no room", "53100"));
        health.works("inbox-2");
        assertThat(disk.since()).contains(BEGIN);

        health.works("inbox-1");

        assertThat(disk.since()).isEmpty();
    }
}
