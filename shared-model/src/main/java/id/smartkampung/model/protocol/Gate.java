package id.smartkampung.model.protocol;

/**
 * What must hold before events of a log are applied: a valid head covers them. Until it comes they wait in memory.
 *
 * @param check who tells a valid head
 * @param maxEvents at most so many events wait; with more they are let go and asked for again
 * @param maxBytes at most so many bytes of data wait
 */
public record Gate(HeadCheck check, int maxEvents, long maxBytes) {

    /** Nothing waits, for a log whose heads are not signed. */
    public static final Gate OPEN = new Gate(HeadCheck.NONE, 0, 0);

    Gate with(HeadCheck other) {
        return new Gate(other, maxEvents, maxBytes);
    }
}
