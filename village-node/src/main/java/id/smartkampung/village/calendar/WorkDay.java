package id.smartkampung.village.calendar;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** The hours of one weekday, in minutes since midnight; all null where the office is closed. */
@Entity
class WorkDay extends PanacheEntityBase {

    private static final int HOUR = 60;

    /** 1 is Monday. */
    @Id
    int weekday;

    @Version
    int version;

    Integer opens;

    Integer closes;

    Integer breakFrom;

    Integer breakUntil;

    DayOfWeek day() {
        return DayOfWeek.of(weekday);
    }

    /** Null where the office is closed. */
    OpeningHours hours() {
        return opens == null ? null : new OpeningHours(time(opens), time(closes), time(breakFrom), time(breakUntil));
    }

    /** Null to close. */
    void open(OpeningHours hours) {
        opens = hours == null ? null : minutes(hours.opens());
        closes = hours == null ? null : minutes(hours.closes());
        breakFrom = hours == null ? null : minutes(hours.breakFrom());
        breakUntil = hours == null ? null : minutes(hours.breakUntil());
    }

    /** From Monday to Sunday. */
    static List<WorkDay> week() {
        return list("order by weekday");
    }

    private static LocalTime time(Integer minutes) {
        return minutes == null ? null : LocalTime.of(minutes / HOUR, minutes % HOUR);
    }

    private static Integer minutes(LocalTime time) {
        return time == null ? null : time.getHour() * HOUR + time.getMinute();
    }
}
