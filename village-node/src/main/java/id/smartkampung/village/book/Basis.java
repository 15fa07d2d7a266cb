package id.smartkampung.village.book;

import java.util.Locale;

/** Which of the two days of a mutation a book goes by; each book says which. */
public enum Basis {
    /**
     * The day it was reported: a month that is closed does not change any more. What is typed later counts when it is typed,
     * an undoing in its own month.
     */
    REPORTED("lapor"),
    /** The day it happened: what was reported later still comes into its month, what was undone never was. */
    HAPPENED("peristiwa");

    private final String address;

    Basis(String address) {
        this.address = address;
    }

    /** The basis an address names; the day of the report where it names none. */
    static Basis named(String name) {
        return name != null && name.toLowerCase(Locale.ROOT).equals(HAPPENED.address) ? HAPPENED : REPORTED;
    }

    /** As it stands in an address. */
    public String address() {
        return address;
    }
}
