package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import java.time.YearMonth;

/**
 * Which mutations a list shows, and in which order.
 *
 * @param typed a name, or the beginning of a NIK; null for all
 * @param kind null for all
 * @param month null for all; the month of the day by which the list is ordered
 */
record MutationFilter(String typed, MutationKind kind, YearMonth month, MutationOrder order) {}
