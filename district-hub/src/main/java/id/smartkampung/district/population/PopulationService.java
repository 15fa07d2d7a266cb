package id.smartkampung.district.population;

import id.smartkampung.district.store.Differences;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.time.Wib;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the people of a village as old as they are today, and keeps the end of each month. */
@ApplicationScoped
class PopulationService {

    private static final short LEAP_DAY = 229;

    private final AgroalDataSource database;
    private final Clock clock;

    PopulationService(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Goes on to today, over as many days as were missed; does nothing where another hub has done so. */
    @Transactional
    void goOn(NodeId node) {
        goOn(node, Wib.dateOf(clock.instant()));
    }

    @Transactional
    void goOn(NodeId node, LocalDate today) {
        try (Connection connection = database.getConnection()) {
            Optional<LocalDate> stored = PopulationTable.lock(connection, node, today);
            LocalDate day = stored.orElse(today);
            while (day.isBefore(today)) {
                LocalDate end = YearMonth.from(day).atEndOfMonth();
                if (day.equals(end)) {
                    PopulationTable.close(connection, node, YearMonth.from(day));
                    end = YearMonth.from(day).plusMonths(1).atEndOfMonth();
                }
                LocalDate next = end.isBefore(today) ? end : today;
                grow(connection, node, day, next);
                day = next;
            }
            if (stored.isPresent() && !day.equals(stored.get())) {
                PopulationTable.stand(connection, node, day);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the people of village " + node + " cannot be made older now", e);
        }
    }

    /** Only those who have a birthday after one day and up to another, at most a month later, are looked at. */
    private static void grow(Connection connection, NodeId node, LocalDate from, LocalDate to) throws SQLException {
        Differences born = PopulationTable.bornOn(connection, node, birthdays(from, to));
        Population older = new Population();
        born.byCategory().forEach((spelled, people) -> {
            Profile person = Profile.of(spelled);
            older.count(person, from, -people, Trait.OF_AGE);
            older.count(person, to, people, Trait.OF_AGE);
        });
        PopulationTable.add(connection, node, older);
    }

    static Set<Short> birthdays(LocalDate after, LocalDate last) {
        Set<Short> days = new TreeSet<>();
        for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days.add((short) (day.getMonthValue() * 100 + day.getDayOfMonth()));
            if (day.getMonth() == Month.MARCH && day.getDayOfMonth() == 1 && !day.isLeapYear()) {
                days.add(LEAP_DAY);
            }
        }
        return days;
    }
}
