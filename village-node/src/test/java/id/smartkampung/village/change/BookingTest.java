package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-20, 2026-05-20T03:00:00Z, 2026-05-20",
        "2026-05-20, 2026-05-31T16:59:59Z, 2026-05-20",
        "2026-05-20, 2026-06-10T16:59:59Z, 2026-05-20",
        "2026-05-20, 2026-06-10T17:00:00Z, 2026-06-11",
        "2026-04-30, 2026-06-02T03:00:00Z, 2026-06-02",
        "2025-12-31, 2026-01-02T03:00:00Z, 2025-12-31"
    })
    void aMonthStaysOpenForTenDaysAndIsClosedThen(LocalDate reported, Instant now, LocalDate booked) {
        assertThat(Booking.dayOf(reported, now, List.of())).isEqualTo(booked);
    }

    @Test
    void nothingIsBookedInAMonthBeforeOneInWhichThePersonCameOrWent() {
        Mutation undone = counted(LocalDate.of(2026, 4, 28));
        undone.undoneAt = Instant.parse("2026-05-04T20:00:00Z");

        assertThat(Booking.dayOf(LocalDate.of(2026, 4, 28), Instant.parse("2026-05-06T03:00:00Z"), List.of(undone)))
                .isEqualTo(LocalDate.of(2026, 5, 5));
    }

    @Test
    void whatDidNotCountHoldsNothingUp() {
        Mutation uncounted = counted(LocalDate.of(2026, 5, 2));
        uncounted.counted = false;

        assertThat(Booking.dayOf(LocalDate.of(2026, 4, 28), Instant.parse("2026-05-06T03:00:00Z"), List.of(uncounted)))
                .isEqualTo(LocalDate.of(2026, 4, 28));
    }

    private static Mutation counted(LocalDate bookedOn) {
        Mutation mutation = new Mutation();
        mutation.counted = true;
        mutation.bookedOn = bookedOn;
        return mutation;
    }
}
