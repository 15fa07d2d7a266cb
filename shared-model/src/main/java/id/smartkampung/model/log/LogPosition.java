package id.smartkampung.model.log;

/**
 * A place in one log: the epoch rises when the history of the log forks, the sequence has no holes within it.
 *
 * @param epoch from 1
 * @param sequence from 1; 0 is the place before the first event
 */
public record LogPosition(int epoch, long sequence) implements Comparable<LogPosition> {

    /** The place before the first event of a log. */
    public static final LogPosition START = new LogPosition(1, 0);

    public LogPosition {
        if (epoch < 1 || sequence < 0) {
            throw new IllegalArgumentException("no position has epoch " + epoch + " and sequence " + sequence);
        }
    }

    public LogPosition next() {
        return new LogPosition(epoch, sequence + 1);
    }

    /** Whether it is the next place of a log: sequences go on when a newer epoch begins. */
    public boolean follows(LogPosition before) {
        return sequence == before.sequence + 1 && epoch >= before.epoch;
    }

    @Override
    public int compareTo(LogPosition other) {
        int byEpoch = Integer.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return epoch + ":" + sequence;
    }
}
