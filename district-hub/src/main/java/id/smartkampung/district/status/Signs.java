package id.smartkampung.district.status;

import java.time.Duration;
import java.time.Instant;

/**
 * What else is to be known of a village besides its state.
 *
 * @param behindSince since when it is known to have more than was applied; null when it has not
 * @param parkedSince since when the oldest parked event waits; null when none does
 * @param floods whether it sent more of its present work in a minute than people can do
 * @param clockOff how far its clock is ahead, negative when behind; zero when it is right
 * @param outdated whether its program is older than the district wants
 * @param skipped events that two people left out and nothing has healed yet
 */
public record Signs(
        Instant behindSince, Instant parkedSince, boolean floods, Duration clockOff, boolean outdated, long skipped) {

    /** How far the clock is off, without its direction, in minutes. */
    public long minutesOff() {
        return clockOff.abs().toMinutes();
    }

    public boolean isClockAhead() {
        return clockOff.compareTo(Duration.ZERO) > 0;
    }
}
