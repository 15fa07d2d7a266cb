package id.smartkampung.district.change;

import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.change.MutationKind;
import java.time.LocalDate;

/**
 * Which mutations are wanted; null where it does not matter.
 *
 * @param area what may be seen, or a part of it
 * @param from booked on this day or later
 * @param until booked on this day or earlier
 */
record MutationFilter(VisibleArea area, String node, MutationKind kind, LocalDate from, LocalDate until) {

    String kindName() {
        return kind == null ? null : kind.name();
    }
}
