package id.smartkampung.deploy.history;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The way of a request from the asking to its end, as the recipe distributes it over ends and minutes. */
final class RequestCourse {

    private static final long MINUTE = 60;
    private static final int DAY = 86_400;
    private static final int TEN_THOUSAND = 10_000;

    /** Of the working time so much is checking; the rest waits for the signature. */
    private static final double CHECKING = 0.6;

    private final Rates rates;
    private final Random64 random;

    RequestCourse(Rates rates, Random64 random) {
        this.rates = rates;
        this.random = random;
    }

    /** All steps until the end, whenever that is. */
    List<Step> from(Instant submittedAt, Channel channel, boolean delivered) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(RequestState.SUBMITTED, submittedAt));
        double outcome = random.nextInt(TEN_THOUSAND) / 100.0;
        boolean cancelled = outcome < rates.cancelledPercent;
        boolean rejected = !cancelled && outcome < rates.cancelledPercent + rates.rejectedPercent;
        boolean incomplete = random.nextInt(TEN_THOUSAND) < rates.incompletePercent * 100;
        if (cancelled && random.nextInt(2) == 0) {
            return then(steps, RequestState.CANCELLED, random.between(10, 240) * MINUTE);
        }
        then(steps, RequestState.IN_REVIEW, random.between(1, channel == Channel.COUNTER ? 12 : 60) * MINUTE);
        long work = workSeconds();
        if (incomplete) {
            then(steps, RequestState.NEEDS_COMPLETION, random.between(2, 20) * MINUTE);
            Instant back = steps.get(steps.size() - 1).at().plusSeconds((long) random.between(1, 5 * 24) * 3600);
            steps.add(new Step(RequestState.IN_REVIEW, OfficeDays.later(back, random.between(30, 1800))));
        }
        if (cancelled) {
            return then(steps, RequestState.CANCELLED, work);
        }
        if (rejected) {
            return then(steps, RequestState.REJECTED, work);
        }
        then(steps, RequestState.AWAITING_SIGNATURE, (long) (work * CHECKING));
        then(steps, RequestState.READY, (long) (work * (1 - CHECKING)));
        if (delivered) {
            then(steps, RequestState.OUT_FOR_DELIVERY, random.between(10, 240) * MINUTE);
            return then(steps, RequestState.COMPLETED, random.between(15, 120) * MINUTE);
        }
        return then(steps, RequestState.COMPLETED, secondsToFetch(channel));
    }

    /** Who waits at the counter has it at once; who asked from elsewhere comes within some days. */
    private long secondsToFetch(Channel channel) {
        boolean waits = channel == Channel.COUNTER || channel == Channel.KIOSK;
        return waits ? random.between(1, 20) * MINUTE : random.between(30, 12 * 60) * MINUTE;
    }

    /** Lognormal, at most two working days. */
    private long workSeconds() {
        double z = random.nearlyNormalThousandths() / 1000.0;
        long seconds = (long) (rates.medianMinutes * MINUTE * StrictMath.exp(rates.sigmaOfMinutes * z));
        return Math.max(3 * MINUTE, Math.min(seconds, 2L * (OfficeDays.CLOSES - OfficeDays.OPENS)));
    }

    private List<Step> then(List<Step> steps, RequestState state, long officeSeconds) {
        Instant before = steps.get(steps.size() - 1).at();
        steps.add(new Step(state, OfficeDays.later(before, officeSeconds + random.nextInt((int) MINUTE) + 1)));
        return steps;
    }

    /** What of it has happened at the end of a day. */
    static List<Step> until(List<Step> steps, LocalDate last) {
        Instant end = OfficeDays.at(last, DAY - 1);
        return steps.stream().filter(step -> !step.at().isAfter(end)).toList();
    }
}
