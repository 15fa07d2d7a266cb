package id.smartkampung.village.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.calendar.ServiceTime.Passed;
import id.smartkampung.village.calendar.ServiceTime.Phase;
import id.smartkampung.web.time.Wib;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {

    private static final Duration TARGET = Duration.ofMinutes(60);

    /** Every day from eight to four. */
    private static final WorkCalendar OFFICE = new WorkCalendar(
            Wib.ZONE,
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            Function.identity(),
                            day -> new OpeningHours(LocalTime.of(8, 0), LocalTime.of(16, 0), null, null))),
            Set.of());

    @Test
    void runsFromTheAskingToTheFinishedLetter() {
        ServiceTime time = at("12:00", passed(RequestState.SUBMITTED, "09:00"), passed(RequestState.READY, "09:40"));

        assertThat(time.phase()).isEqualTo(Phase.OVER);
        assertThat(time.netMinutes()).isEqualTo(40);
        assertThat(time.late()).isFalse();
        assertThat(time.due()).isNull();
    }

    @Test
    void standsStillWhileTheApplicantCompletes() {
        ServiceTime time = at(
                "12:00",
                passed(RequestState.SUBMITTED, "09:00"),
                passed(RequestState.NEEDS_COMPLETION, "09:30"),
                passed(RequestState.IN_REVIEW, "11:45"));

        assertThat(time.grossMinutes()).isEqualTo(180);
        assertThat(time.netMinutes()).isEqualTo(45);
        assertThat(time.late()).isFalse();
        assertThat(time.leftMinutes()).isEqualTo(15);
        assertThat(time.due()).isEqualTo(today("12:15"));
    }

    @Test
    void isPausedNow() {
        ServiceTime time =
                at("15:00", passed(RequestState.SUBMITTED, "09:00"), passed(RequestState.NEEDS_COMPLETION, "09:30"));

        assertThat(time.phase()).isEqualTo(Phase.PAUSED);
        assertThat(time.netMinutes()).isEqualTo(30);
        assertThat(time.due()).isNull();
    }

    @Test
    void isLateFromTheFirstSecondBeyondTheTarget() {
        assertThat(at("10:00", passed(RequestState.SUBMITTED, "09:00")).late()).isFalse();

        ServiceTime late = at("10:00:01", passed(RequestState.SUBMITTED, "09:00"));

        assertThat(late.late()).isTrue();
        assertThat(late.lateMinutes()).isEqualTo(1);
        assertThat(late.leftMinutes()).isZero();
    }

    @Test
    void whatTheApplicantGaveUpIsNotLate() {
        ServiceTime time =
                at("15:00", passed(RequestState.SUBMITTED, "09:00"), passed(RequestState.CANCELLED, "14:00"));

        assertThat(time.late()).isFalse();
        assertThat(time.phase()).isEqualTo(Phase.OVER);
    }

    @Test
    void theWayHomeCostsNoTime() {
        ServiceTime time = at(
                "15:00",
                passed(RequestState.SUBMITTED, "09:00"),
                passed(RequestState.READY, "09:20"),
                passed(RequestState.OUT_FOR_DELIVERY, "10:00"),
                passed(RequestState.READY, "11:00"));

        assertThat(time.grossMinutes()).isEqualTo(20);
    }

    /** Whatever way a request takes: net is gross less the waiting, and never more. */
    @Test
    void netIsGrossLessTheWaiting() {
        List<RequestState> atWork = List.of(
                RequestState.SUBMITTED,
                RequestState.IN_REVIEW,
                RequestState.NEEDS_COMPLETION,
                RequestState.AWAITING_SIGNATURE);
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Passed> passed = new ArrayList<>();
            Instant at = today("08:00");
            for (int i = 0; i <= random.nextInt(8); i++) {
                passed.add(new Passed(atWork.get(random.nextInt(atWork.size())), at));
                at = at.plusSeconds(random.nextInt(200_000));
            }
            Duration waited = Duration.ZERO;
            for (int i = 0; i < passed.size(); i++) {
                if (passed.get(i).state() == RequestState.NEEDS_COMPLETION) {
                    Instant until = i + 1 < passed.size() ? passed.get(i + 1).at() : at;
                    waited = waited.plus(OFFICE.worked(passed.get(i).at(), until));
                }
            }

            ServiceTime time = ServiceTime.of(passed, TARGET, OFFICE, at);

            assertThat(time.gross()).as("seed %d", seed).isEqualTo(OFFICE.worked(today("08:00"), at));
            assertThat(time.net()).as("seed %d", seed).isEqualTo(time.gross().minus(waited));
        }
    }

    private static ServiceTime at(String now, Passed... passed) {
        return ServiceTime.of(List.of(passed), TARGET, OFFICE, today(now));
    }

    private static Passed passed(RequestState state, String at) {
        return new Passed(state, today(at));
    }

    private static Instant today(String time) {
        return LocalDateTime.parse("2026-11-23T" + time).atZone(Wib.ZONE).toInstant();
    }
}
