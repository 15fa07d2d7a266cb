package id.smartkampung.district.village;

/** Why an event could not be applied, as people are told; the detail beside it is for those who repair. */
public enum ParkedReason {
    /** A newer village program than this hub knows it: applied by itself after an upgrade. */
    UNKNOWN_TYPE,
    /** Its data is not in the form of its type. */
    UNREADABLE,
    /** Its data is about another subject than its envelope. */
    OTHER_SUBJECT,
    /** The tables refuse one of its values. */
    REFUSED,
    /** This program failed at it: our mistake. */
    FAILED,
    /** An earlier event of its subject waits. */
    BEHIND;

    /** Whether the event waits for its own sake and not for another one. */
    public boolean isCause() {
        return this != BEHIND;
    }
}
