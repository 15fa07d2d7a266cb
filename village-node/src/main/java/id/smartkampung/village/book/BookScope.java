package id.smartkampung.village.book;

import java.time.YearMonth;

/**
 * Which part of a book is wanted, and how.
 *
 * @param whole whether numbers and birth dates stand in the clear
 */
record BookScope(YearMonth month, Basis basis, boolean whole) {}
