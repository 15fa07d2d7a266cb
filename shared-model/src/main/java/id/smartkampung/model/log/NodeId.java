package id.smartkampung.model.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Name of one village server for life, by default the kode desa of the day it was enrolled.
 *
 * <p>The kode desa itself is a dated label, since villages split and merge; the node id never changes.
 */
public record NodeId(@JsonValue String value) implements Comparable<NodeId> {

    private static final int LONGEST = 63;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodeId {
        if (value == null || !hasForm(value)) {
            throw new IllegalArgumentException("a node id has up to 63 letters, digits, dots and hyphens");
        }
    }

    /** Letters and digits, behind the first one also dots and hyphens. */
    private static boolean hasForm(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean begins = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean joins = c == '.' || c == '-';
            if (!begins && (i == 0 || !joins)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
