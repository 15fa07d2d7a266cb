package id.smartkampung.village.lookup;

import java.time.Instant;

/**
 * One change as it is read: names of fields and codes in words, what is secret masked.
 *
 * @param whole whether it tells of the whole subject: entered, or taken out
 */
public record HistoryLine(String field, String before, String after, Instant at, String by, boolean whole) {}
