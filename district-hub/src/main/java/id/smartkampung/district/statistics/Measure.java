package id.smartkampung.district.statistics;

import java.util.Locale;

/** What is counted in each village. */
public enum Measure {
    /** Residents who are alive and here, by sex: {@code M}, {@code F}, {@code ?}; more of them in {@code population}. */
    PEOPLE,
    /** Families, all in one category. */
    FAMILIES,
    /** Service requests by state. */
    REQUESTS,
    /** Births, deaths, moves that hold, by the month of their report and their kind: {@code 2026-06 BIRTH}. */
    MUTATIONS,
    /** Letters with a number, by state. */
    LETTERS;

    /** The name in the table {@code stock}. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
