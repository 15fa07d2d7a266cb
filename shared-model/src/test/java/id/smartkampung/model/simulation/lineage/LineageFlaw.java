package id.smartkampung.model.simulation.lineage;

/** What could be got wrong, so that it is seen that a run would notice. */
enum LineageFlaw {
    NONE,
    /** Who was handed over stays in the register as well. */
    STAYS_IN_THE_FIRST,
    /** A village confirms what it has not entered. */
    CONFIRMED_AND_NOT_ENTERED,
    /** A household is given once, though the hub forgot in a restore that it was, or the village never heard of it. */
    NEVER_GIVEN_AGAIN,
    /** What is handed over is the state of the last checkpoint and not that of the moment. */
    OLD_STATE_HANDED_OVER
}
