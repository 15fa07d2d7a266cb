package id.smartkampung.village.proof;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.log.LogPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a checkpoint is due. */
final class CheckpointDue {

    private final ProofConfig config;
    private final double jitter;

    /**
     * @param jitter from -1 to 1, another one on each server, so that the villages of a regency do not speak all at once
     */
    CheckpointDue(ProofConfig config, double jitter) {
        this.config = config;
        this.jitter = jitter;
    }

    /**
     * Why one is due, or nothing.
     *
     * @param head the end of the log
     * @param last the last checkpoint, null when there was none
     * @param lastAt when that was; null when there was none
     */
    Optional<Reason> reason(LogPosition head, LogPosition last, Instant lastAt, Instant now) {
        if (head.sequence() == 0) {
            return Optional.empty();
        }
        if (last == null || last.epoch() != head.epoch()) {
            return Optional.of(Reason.EVENTS);
        }
        long changes = head.sequence() - last.sequence();
        if (changes >= config.checkpointAfterEvents()) {
            return Optional.of(Reason.EVENTS);
        }
        // A clock that was set back would otherwise keep the village silent for as long as it was set back.
        Duration since = Duration.between(lastAt, now).abs();
        if (changes > 0 && since.compareTo(jittered(config.checkpointEvery())) >= 0) {
            return Optional.of(Reason.HOURLY);
        }
        if (since.compareTo(jittered(config.checkpointAtLeastEvery())) >= 0) {
            return Optional.of(Reason.DAILY);
        }
        return Optional.empty();
    }

    private Duration jittered(Duration duration) {
        return duration.plusMillis(Math.round(duration.toMillis() * 0.1 * jitter));
    }
}
