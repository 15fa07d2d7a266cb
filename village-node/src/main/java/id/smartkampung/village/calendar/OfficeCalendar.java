package id.smartkampung.village.calendar;

import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The calendar of this village office, as it stands now. */
@ApplicationScoped
public class OfficeCalendar {

    public WorkCalendar now() {
        Map<DayOfWeek, OpeningHours> week = new EnumMap<>(DayOfWeek.class);
        for (WorkDay day : WorkDay.week()) {
            if (day.hours() != null) {
                week.put(day.day(), day.hours());
            }
        }
        Set<LocalDate> holidays =
                Holiday.<Holiday>listAll().stream().map(holiday -> holiday.day).collect(Collectors.toUnmodifiableSet());
        return new WorkCalendar(Wib.ZONE, week, holidays);
    }
}
