package id.smartkampung.district.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.testsupport.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T03:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();
    private Supplier<Integer> source = reads::incrementAndGet;
    private final Remembered<Integer> remembered = new Remembered<>(() -> source.get(), KEPT, clock);

    @Test
    void isReadOnceInAWhile() {
        assertThat(remembered.get()).isEqualTo(1);
        clock.passes(KEPT.minusSeconds(1));
        assertThat(remembered.get()).isEqualTo(1);
        clock.passes(Duration.ofSeconds(1));
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whileOneReadsTheOthersAreToldWhatWasKnown() throws InterruptedException {
        remembered.get();
        clock.passes(KEPT);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        source = () -> {
            begun.countDown();
            await(end);
            return reads.incrementAndGet();
        };

        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(remembered::get);
        begun.await();
        assertThat(remembered.get()).isEqualTo(1);
        end.countDown();

        assertThat(one.join()).isEqualTo(2);
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsRememberedForAWhileToo() {
        source = () -> {
            throw new IllegalStateException("away for the " + reads.incrementAndGet() + ". time");
        };
        assertThatThrownBy(remembered::get).hasMessage("away for the 1. time");
        assertThatThrownBy(remembered::get).hasMessage("away for the 1. time");

        clock.passes(Duration.ofSeconds(10));
        source = reads::incrementAndGet;
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whatIsKnownOutlivesAFailure() {
        remembered.get();
        clock.passes(KEPT);
        source = () -> {
            throw new IllegalStateException("away");
        };

        assertThat(remembered.get()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
