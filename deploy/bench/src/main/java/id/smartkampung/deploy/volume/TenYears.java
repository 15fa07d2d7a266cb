package id.smartkampung.deploy.volume;

import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Ten years of requests of a village, in the order in which they were handed in: nearly all have come to their end, the
 * last ones are still in the house. Spread evenly over day and night, since what counts here is how many they are.
 */
public final class TenYears {

    /** <i>Waktu Indonesia Barat</i>. */
    static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    /** So many requests are in each state that is not the end. */
    static final int IN_EACH_STATE = 40;

    private static final int YEARS = 10;
    private static final int FEWEST = 2 * IN_EACH_STATE;

    /** With more of them the last ones would come to their end after today. */
    private static final int MOST = 500_000;

    /** Every so many is brought home. */
    private static final int DELIVERED = 10;

    /** From the newest backwards; before them all have come to their end. */
    private static final List<RequestState> LAST = List.of(
            RequestState.SUBMITTED, RequestState.IN_REVIEW, RequestState.AWAITING_SIGNATURE, RequestState.READY);

    private static final List<Stage> WAY = List.of(
            new Stage(RequestState.SUBMITTED, Duration.ZERO),
            new Stage(RequestState.IN_REVIEW, Duration.ofMinutes(10)),
            new Stage(RequestState.AWAITING_SIGNATURE, Duration.ofMinutes(35)),
            new Stage(RequestState.READY, Duration.ofMinutes(95)),
            new Stage(RequestState.OUT_FOR_DELIVERY, Duration.ofHours(20)),
            new Stage(RequestState.COMPLETED, Duration.ofHours(24)));

    private final int letters;
    private final Instant end;
    private final long span;

    /** A state and how long after its beginning a request comes into it. */
    private record Stage(RequestState state, Duration after) {}

    /**
     * One request.
     *
     * @param state where it is now
     * @param delivered whether its letter is brought home
     * @param steps all that it took, the first when it was handed in
     */
    record Asked(RequestState state, boolean delivered, List<Step> steps) {

        Instant submittedAt() {
            return steps.get(0).at();
        }

        Instant lastAt() {
            return steps.get(steps.size() - 1).at();
        }

        /** Whether it came so far. */
        boolean has(RequestState reached) {
            return steps.stream().anyMatch(step -> step.state() == reached);
        }

        /** When it came so far. */
        Instant at(RequestState reached) {
            return steps.stream()
                    .filter(step -> step.state() == reached)
                    .map(Step::at)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param letters how many have a number
     * @param end the last of the ten years
     */
    public TenYears(int letters, Instant end) {
        if (letters < FEWEST || letters > MOST) {
            throw new IllegalArgumentException("from " + FEWEST + " to " + MOST + " letters, not " + letters);
        }
        this.letters = letters;
        this.end = end.truncatedTo(ChronoUnit.SECONDS);
        Instant first = this.end.atOffset(WIB).minus(Period.ofYears(YEARS)).toInstant();
        this.span = Duration.between(first, this.end).toSeconds();
    }

    /** How many there are: beside those with a letter the last ones, which are not so far. */
    int requests() {
        return letters + FEWEST;
    }

    /** @param index from nought, the oldest */
    Asked asked(int index) {
        long before = span * (requests() - index) / requests();
        int fromEnd = (requests() - 1 - index) / IN_EACH_STATE;
        RequestState state = fromEnd < LAST.size() ? LAST.get(fromEnd) : RequestState.COMPLETED;
        boolean delivered = index % DELIVERED == 0;
        return new Asked(state, delivered, steps(end.minusSeconds(before), state, delivered));
    }

    private static List<Step> steps(Instant from, RequestState last, boolean delivered) {
        List<Step> steps = new ArrayList<>();
        for (Stage stage : WAY) {
            if (stage.state() == RequestState.OUT_FOR_DELIVERY && !delivered) {
                continue;
            }
            steps.add(new Step(stage.state(), from.plus(stage.after())));
            if (stage.state() == last) {
                break;
            }
        }
        return steps;
    }
}
