package id.smartkampung.model.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Name of one village server for life, by default the kode desa of the day it was enrolled.
 *
 * <p>The kode desa itself is a dated label, since villages split and merge; the node id never changes.
 */
public record NodeId(@JsonValue String value) implements Comparable<NodeId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodeId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a node id has up to 63 letters, digits, dots and hyphens");
        }
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
