package id.smartkampung.model.proof;

import id.smartkampung.model.log.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which rows of two lists are not the same, named by their keys in the order of the keys.
 *
 * @param altered in both, with other fields
 * @param missing only the sender has them
 * @param extra only the receiver has them
 */
public record RowDifferences(List<UUID> altered, List<UUID> missing, List<UUID> extra) {

    public RowDifferences {
        altered = List.copyOf(altered);
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    public static RowDifferences between(Collection<RowDigest> sent, Collection<RowDigest> held) {
        Map<UUID, Hash> rest = new HashMap<>();
        held.forEach(row -> rest.put(row.id(), row.digest()));
        List<UUID> altered = new ArrayList<>();
        List<UUID> missing = new ArrayList<>();
        for (RowDigest row : sent) {
            Hash digest = rest.remove(row.id());
            if (digest == null) {
                missing.add(row.id());
            } else if (!digest.equals(row.digest())) {
                altered.add(row.id());
            }
        }
        List<UUID> extra = new ArrayList<>(rest.keySet());
        altered.sort(RowDigest.BY_BYTES);
        missing.sort(RowDigest.BY_BYTES);
        extra.sort(RowDigest.BY_BYTES);
        return new RowDifferences(altered, missing, extra);
    }

    /** All of them. */
    public List<UUID> all() {
        List<UUID> all = new ArrayList<>(altered);
        all.addAll(missing);
        all.addAll(extra);
        all.sort(RowDigest.BY_BYTES);
        return all;
    }

    /** Without those that are known to wait, and so are explained. */
    public RowDifferences without(Set<UUID> explained) {
        return new RowDifferences(without(altered, explained), without(missing, explained), without(extra, explained));
    }

    public boolean isEmpty() {
        return altered.isEmpty() && missing.isEmpty() && extra.isEmpty();
    }

    private static List<UUID> without(List<UUID> ids, Set<UUID> explained) {
        return ids.stream().filter(id -> !explained.contains(id)).toList();
    }
}
