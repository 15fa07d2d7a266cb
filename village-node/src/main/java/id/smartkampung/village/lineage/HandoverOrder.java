package id.smartkampung.village.lineage;

import java.util.List;
import java.util.UUID;

/**
 * Whom this village hands over, and to which other one.
 *
 * @param dusun parts of the village as the register names them; none for the whole
 */
record HandoverOrder(UUID lineageId, String toNode, List<String> dusun) {

    HandoverOrder {
        dusun = List.copyOf(dusun);
    }

    boolean covers(String part) {
        return dusun.isEmpty() || dusun.contains(part);
    }
}
