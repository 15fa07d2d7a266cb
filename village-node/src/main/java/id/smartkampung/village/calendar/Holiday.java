package id.smartkampung.village.calendar;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A day on which the office is closed, whatever weekday it is. */
@Entity
class Holiday extends PanacheEntityBase {

    @Id
    LocalDate day;

    String name;

    @Enumerated(EnumType.STRING)
    HolidayKind kind;

    Instant enteredAt;

    String username;

    /** Those of a year, in order. */
    static List<Holiday> ofYear(int year) {
        return list("day between ?1 and ?2 order by day", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
