package id.smartkampung.village.enrolment;

import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.village.sync.Line;
import id.smartkampung.village.trust.BrokerCredentials;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Renews the credential of this server long before it ends, without anybody having to think of it; and when the broker
 * does not know it any more, as after it has lost everything.
 */
@ApplicationScoped
class CredentialRenewal {

    /** Time enough for weeks without a line before the district begins to warn. */
    private static final Duration BEFORE = Duration.ofDays(60);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final EnrolmentService enrolment;
    private final BrokerCredentials credentials;
    private final Line line;
    private final EnrolmentConfig config;
    private final Clock clock;

    private Instant quietUntil = Instant.MIN;
    private Duration pause;

    CredentialRenewal(
            EnrolmentService enrolment, BrokerCredentials credentials, Line line, EnrolmentConfig config, Clock clock) {
        this.enrolment = enrolment;
        this.credentials = credentials;
        this.line = line;
        this.config = config;
        this.pause = config.pause();
        this.clock = clock;
    }

    @Scheduled(every = "{village.enrolment.renew-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void renewWhatIsOfNoUse() {
        Optional<EnrolmentAnswer> credential = credentials.current();
        Instant now = clock.instant();
        if (credential.isEmpty()
                || now.isBefore(quietUntil)
                || !(line.isRefused() || endsSoon(credential.get(), now))) {
            return;
        }
        try {
            enrolment.renew(credential.get());
            pause = config.pause();
        } catch (JoinFailure e) {
            Log.warnf(
                    "the credential, good until %s, is not renewed now: %s",
                    credential.get().expiresAt(), e.reason());
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        quietUntil = now.plus(pause);
    }

    private static boolean endsSoon(EnrolmentAnswer credential, Instant now) {
        return Instant.parse(credential.expiresAt()).minus(BEFORE).isBefore(now);
    }
}
