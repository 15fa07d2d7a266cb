package id.smartkampung.village.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.web.time.Wib;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final int CASES = 400;
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 25);

    /** Mondays to Thursdays 07.30–16.00 with a break at noon, Fridays without one, a holiday on a Wednesday. */
    private static final WorkCalendar OFFICE = office();

    @ParameterizedTest
    @CsvSource({
        // within a morning, over the break, over a night, over a weekend, over the holiday
        "2026-11-23T09:00, 2026-11-23T09:45, 45",
        "2026-11-23T11:30, 2026-11-23T13:30, 60",
        "2026-11-23T15:00, 2026-11-24T08:00, 90",
        "2026-11-20T10:30, 2026-11-23T08:00, 60",
        "2026-11-24T15:00, 2026-11-26T08:30, 120",
        // asked in the night, and for a whole week with its holiday
        "2026-11-22T22:00, 2026-11-23T07:00, 0",
        "2026-11-23T00:00, 2026-11-30T00:00, 1560",
        "2026-11-23T10:00, 2026-11-23T09:00, 0",
    })
    void countsMinutesInWhichTheOfficeIsOpen(String from, String to, long minutes) {
        assertThat(OFFICE.worked(wib(from), wib(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 60, 2026-11-23T10:00",
        "2026-11-23T11:30, 60, 2026-11-23T13:30",
        "2026-11-24T15:30, 60, 2026-11-26T08:00",
        "2026-11-21T12:00, 1, 2026-11-23T07:31",
        "2026-11-23T11:00, 60, 2026-11-23T12:00",
    })
    void tellsWhenSomethingIsDue(String from, long minutes, String due) {
        assertThat(OFFICE.after(wib(from), Duration.ofMinutes(minutes))).contains(wib(due));
    }

    @Test
    void aHolidayAndADayWithoutHoursAreNoWorkdays() {
        assertThat(OFFICE.workdays(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 27)))
                .isEqualTo(4);
        assertThat(OFFICE.isWorkday(HOLIDAY)).isFalse();
        assertThat(OFFICE.isWorkday(LocalDate.of(2026, 11, 22))).isFalse();
        assertThat(OFFICE.workdays(HOLIDAY, HOLIDAY.minusDays(3))).isZero();
    }

    @Test
    void anOfficeThatNeverOpensIsNeverDone() {
        WorkCalendar closed = new WorkCalendar(Wib.ZONE, Map.of(), Set.of());

        assertThat(closed.after(wib("2026-11-23T09:00"), Duration.ofMinutes(1))).isEmpty();
        assertThat(closed.worked(wib("2026-11-23T09:00"), wib("2026-12-23T09:00")))
                .isZero();
    }

    @Test
    void hoursThatDoNotFollowOneAnotherAreNone() {
        LocalTime eight = LocalTime.of(8, 0);
        LocalTime noon = LocalTime.NOON;

        assertThatThrownBy(() -> new OpeningHours(noon, eight, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpeningHours(eight, noon, LocalTime.of(9, 0), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpeningHours(eight, noon, LocalTime.of(11, 0), LocalTime.of(12, 30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Also where clocks are put forward and back in the night, as they are not in Indonesia. */
    @Test
    void twoStretchesOfTimeAddUpToTheWhole() {
        always((calendar, random) -> {
            Instant first = moment(random);
            Instant second = first.plusSeconds(random.nextInt(40 * 86_400));
            Instant third = second.plusSeconds(random.nextInt(40 * 86_400));

            assertThat(calendar.worked(first, second).plus(calendar.worked(second, third)))
                    .isEqualTo(calendar.worked(first, third));
        });
    }

    @Test
    void nobodyWorksMoreThanTimePasses() {
        always((calendar, random) -> {
            Instant first = moment(random);
            Instant second = first.plusSeconds(random.nextInt(40 * 86_400));

            assertThat(calendar.worked(first, second)).isBetween(Duration.ZERO, Duration.between(first, second));
            assertThat(calendar.worked(second, first)).isZero();
        });
    }

    @Test
    void whatIsDueThenIsWorkedUntilThen() {
        always((calendar, random) -> {
            Instant from = moment(random);
            Duration work = Duration.ofSeconds(1 + random.nextInt(400_000));

            Instant due = calendar.after(from, work).orElseThrow();

            assertThat(calendar.worked(from, due)).isEqualTo(work);
            assertThat(calendar.worked(from, due.minusSeconds(1))).isEqualTo(work.minusSeconds(1));
        });
    }

    @Test
    void aHolidayTakesExactlyItsDay() {
        always((calendar, random) -> {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
            Map<DayOfWeek, OpeningHours> week = week(random);
            WorkCalendar without = new WorkCalendar(Wib.ZONE, week, Set.of());
            WorkCalendar with = new WorkCalendar(Wib.ZONE, week, Set.of(day));
            Instant from = day.atStartOfDay(Wib.ZONE).toInstant();
            Instant to = day.plusDays(1).atStartOfDay(Wib.ZONE).toInstant();

            assertThat(with.worked(from, to)).isZero();
            assertThat(with.worked(from.minusSeconds(864_000), to.plusSeconds(864_000)))
                    .isEqualTo(without.worked(from.minusSeconds(864_000), to.plusSeconds(864_000))
                            .minus(without.worked(from, to)));
        });
    }

    private static void always(BiConsumer<WorkCalendar, Random> property) {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Set<LocalDate> holidays = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                holidays.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(730)));
            }
            try {
                ZoneId zone = seed % 2 == 0 ? Wib.ZONE : ZoneId.of("Europe/Berlin");
                property.accept(new WorkCalendar(zone, week(random), holidays), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** At least one day is open; nobody works in the hours in which clocks are put forward or back. */
    private static Map<DayOfWeek, OpeningHours> week(Random random) {
        Map<DayOfWeek, OpeningHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.WEDNESDAY || random.nextInt(3) > 0) {
                LocalTime opens = LocalTime.of(5 + random.nextInt(4), random.nextInt(60));
                LocalTime pause = opens.plusMinutes(30 + random.nextInt(200));
                LocalTime back = pause.plusMinutes(1 + random.nextInt(120));
                LocalTime closes = back.plusMinutes(10 + random.nextInt(300));
                boolean through = random.nextInt(4) == 0;
                week.put(day, new OpeningHours(opens, closes, through ? null : pause, through ? null : back));
            }
        }
        return week;
    }

    private static Instant moment(Random random) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(600 * 86_400));
    }

    private static Instant wib(String local) {
        return LocalDateTime.parse(local).atZone(Wib.ZONE).toInstant();
    }

    private static WorkCalendar office() {
        OpeningHours day =
                new OpeningHours(LocalTime.of(7, 30), LocalTime.of(16, 0), LocalTime.NOON, LocalTime.of(13, 0));
        Map<DayOfWeek, OpeningHours> week = new EnumMap<>(DayOfWeek.class);
        for (int i = DayOfWeek.MONDAY.getValue(); i < DayOfWeek.FRIDAY.getValue(); i++) {
            week.put(DayOfWeek.of(i), day);
        }
        week.put(DayOfWeek.FRIDAY, new OpeningHours(LocalTime.of(7, 30), LocalTime.of(11, 0), null, null));
        return new WorkCalendar(Wib.ZONE, week, Set.of(HOLIDAY));
    }
}
