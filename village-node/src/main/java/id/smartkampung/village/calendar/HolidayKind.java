package id.smartkampung.village.calendar;

/** By whose decision the office is closed on a day. */
public enum HolidayKind {
    /** <i>Hari libur nasional</i>, by the joint decree of three ministers. */
    NATIONAL,
    /** <i>Cuti bersama</i>, by the same decree. */
    COLLECTIVE_LEAVE,
    /** By decision of the regent or the village. */
    LOCAL
}
