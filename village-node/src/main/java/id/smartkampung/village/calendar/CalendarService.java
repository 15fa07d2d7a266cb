package id.smartkampung.village.calendar;

import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Changes when the office works. */
@ApplicationScoped
public class CalendarService {

    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    CalendarService(CurrentAccount account, Audit audit, Clock clock) {
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the hours of the week.
     *
     * @param seen the version of each weekday that the officer saw; throws {@link ChangedMeanwhileException} when one
     *     is no longer stored
     * @param week the days on which it is open
     */
    @Transactional
    public void open(Map<DayOfWeek, Integer> seen, Map<DayOfWeek, OpeningHours> week) {
        List<String> changed = new ArrayList<>();
        for (WorkDay day : WorkDay.week()) {
            ChangedMeanwhileException.check(seen.get(day.day()), day.version);
            OpeningHours hours = week.get(day.day());
            if (!Objects.equals(day.hours(), hours)) {
                day.open(hours);
                changed.add(day.day().name());
            }
        }
        WorkDay.flush();
        audit.record("work-hours-changed", "calendar/week", changed, "");
    }

    /** Enters holidays, names by day; a day that is one already gets the new name and kind. */
    @Transactional
    public void close(SortedMap<LocalDate, String> days, HolidayKind kind) {
        days.forEach((day, name) -> {
            Holiday known = Holiday.findById(day);
            Holiday holiday = known == null ? new Holiday() : known;
            holiday.day = day;
            holiday.name = name;
            holiday.kind = kind;
            holiday.enteredAt = clock.instant();
            holiday.username = account.username();
            holiday.persist();
        });
        List<String> told = days.keySet().stream().map(LocalDate::toString).toList();
        audit.record("holidays-entered", "calendar/" + days.firstKey().getYear(), told, kind.name());
    }

    /** The office works on that day after all. */
    @Transactional
    public void reopen(LocalDate day) {
        if (!Holiday.deleteById(day)) {
            throw new NotFoundException();
        }
        audit.record("holiday-removed", "calendar/" + day.getYear(), List.of(day.toString()), "");
    }
}
