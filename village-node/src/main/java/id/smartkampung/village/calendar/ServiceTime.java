package id.smartkampung.village.calendar;

import id.smartkampung.model.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The service clock of a request: working time of the office from the asking to the finished letter.
 *
 * @param gross all of it
 * @param net without what the office waited for the applicant
 * @param target within which it should be ready
 * @param late whether the net time is beyond the target; one that the applicant gave up is not
 * @param due when the target will be used up if nothing happens; null when the clock does not run, or is late
 */
public record ServiceTime(Duration gross, Duration net, Duration target, Phase phase, boolean late, Instant due) {

    private static final Set<RequestState> AT_WORK = EnumSet.of(
            RequestState.SUBMITTED,
            RequestState.IN_REVIEW,
            RequestState.NEEDS_COMPLETION,
            RequestState.AWAITING_SIGNATURE);

    /** What the clock does now. */
    public enum Phase {
        RUNNING,
        /** Stands still while the applicant completes something. */
        PAUSED,
        /** The letter is ready, or there will be none. */
        OVER
    }

    /** A request came into a state. */
    public record Passed(RequestState state, Instant at) {}

    /** @param passed from the asking on, in the order in which it happened; not empty */
    public static ServiceTime of(List<Passed> passed, Duration target, WorkCalendar calendar, Instant now) {
        Duration gross = Duration.ZERO;
        Duration net = Duration.ZERO;
        Phase phase = Phase.RUNNING;
        for (int i = 0; i < passed.size(); i++) {
            RequestState state = passed.get(i).state();
            if (!AT_WORK.contains(state)) {
                phase = Phase.OVER;
                break;
            }
            Instant until = i + 1 < passed.size() ? passed.get(i + 1).at() : now;
            Duration worked = calendar.worked(passed.get(i).at(), until);
            gross = gross.plus(worked);
            phase = state == RequestState.NEEDS_COMPLETION ? Phase.PAUSED : Phase.RUNNING;
            net = phase == Phase.PAUSED ? net : net.plus(worked);
        }
        boolean givenUp = passed.get(passed.size() - 1).state() == RequestState.CANCELLED;
        boolean late = !givenUp && net.compareTo(target) > 0;
        Instant due = phase == Phase.RUNNING && !late
                ? calendar.after(now, target.minus(net)).orElse(null)
                : null;
        return new ServiceTime(gross, net, target, phase, late, due);
    }

    public long grossMinutes() {
        return gross.toMinutes();
    }

    public long netMinutes() {
        return net.toMinutes();
    }

    public long targetMinutes() {
        return target.toMinutes();
    }

    /** Begun minutes beyond the target. */
    public long lateMinutes() {
        return late ? net.minus(target).plusSeconds(59).toMinutes() : 0;
    }

    /** Whole minutes left of the target. */
    public long leftMinutes() {
        return late ? 0 : target.minus(net).toMinutes();
    }
}
