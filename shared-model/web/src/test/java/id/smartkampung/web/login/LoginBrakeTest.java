package id.smartkampung.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.MovingClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginBrakeTest {

    @Inject
    LoginBrake brake;

    @Inject
    MovingClock clock;

    @BeforeEach
    void nobodyIsBraked() {
        clock.passes(Duration.ofHours(25));
    }

    @Test
    void slowsDownWhoGuessesOneName() {
        guess("wahyu", "10.0.0.9", 5);
        assertThat(brake.attempt("wahyu", "10.0.0.9", false)).isPositive();
    }

    @Test
    void brakesANameThatIsNoAccountJustAsWell() {
        guess("tidak.ada", "10.0.0.9", 5);
        assertThat(brake.attempt("tidak.ada", "10.0.0.9", false)).isPositive();
    }

    @Test
    void waitsLongerEachTimeButNotForever() {
        guess("wahyu", "10.0.0.9", 5);
        Duration first = brake.attempt("wahyu", "10.0.0.9", false);
        clock.passes(first);
        assertThat(brake.attempt("wahyu", "10.0.0.9", false)).isZero();
        assertThat(brake.attempt("wahyu", "10.0.0.9", false)).isGreaterThan(first);
        for (int i = 0; i < 20; i++) {
            clock.passes(Duration.ofMinutes(15));
            brake.attempt("wahyu", "10.0.0.9", false);
        }
        assertThat(brake.attempt("wahyu", "10.0.0.9", false)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aStrangerElsewhereDoesNotKeepAnOfficerOut() {
        for (int i = 0; i < 60; i++) {
            brake.attempt("wahyu", "203.0.113." + i, false);
        }
        assertThat(brake.attempt("wahyu", "203.0.113.200", false)).isPositive();
        assertThat(brake.attempt("wahyu", "10.0.0.2", true)).isZero();
    }

    @Test
    void slowsDownWhoTriesManyNamesFromOneAddress() {
        for (int i = 0; i < 60; i++) {
            brake.attempt("nama" + i, "203.0.113.7", false);
        }
        assertThat(brake.attempt("lain", "203.0.113.7", false)).isPositive();
    }

    @Test
    void anAttemptThatBeganEarlierIsNotKeptOutByALaterOne() {
        guess("wahyu", "10.0.0.9", 1);
        clock.passes(Duration.ofMillis(-5));
        assertThat(brake.attempt("wahyu", "10.0.0.9", false)).isZero();
    }

    @Test
    void theRightPasswordStartsAfresh() {
        guess("wahyu", "10.0.0.9", 4);
        brake.release("wahyu", "10.0.0.9");
        guess("wahyu", "10.0.0.9", 4);
        assertThat(brake.attempt("wahyu", "10.0.0.9", false)).isZero();
    }

    private void guess(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(brake.attempt(name, address, false)).isZero();
        }
    }
}
