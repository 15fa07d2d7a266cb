package id.smartkampung.village.change;

import java.util.Arrays;
import java.util.Locale;

/** Orders of the list of mutations; each ends in the id, so that a page begins exactly where the last one ended. */
public enum MutationOrder {
    REPORTED("m.reportedOn", "p.reportedOn", false),
    HAPPENED("m.happenedOn", "p.happenedOn", false),
    NAME("r.nameKey", "a.nameKey", true);

    private final String expression;
    private final String ofAnother;
    private final boolean ascending;

    MutationOrder(String expression, String ofAnother, boolean ascending) {
        this.expression = expression;
        this.ofAnother = ofAnother;
        this.ascending = ascending;
    }

    /** The order an address names; by the day of the report where it names none. */
    static MutationOrder named(String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(order -> order.name().equals(wanted))
                .findFirst()
                .orElse(REPORTED);
    }

    /** Whether this is the order an address names. */
    public boolean is(String name) {
        return name().equalsIgnoreCase(name);
    }

    /** The day whose month is asked for. */
    String day() {
        return this == HAPPENED ? "m.happenedOn" : "m.reportedOn";
    }

    /** The condition on what stands behind the mutation {@code :after}. */
    String behind() {
        String other =
                "(select " + ofAnother + " from Mutation p join Resident a on a.id = p.residentId where p.id = :after)";
        String sign = ascending ? ">" : "<";
        // as a bound and what is left within it: an index begins at the bound, and of an "or" it would read all before
        return "(%1$s %2$s= %3$s and (%1$s %2$s %3$s or m.id %2$s :after))".formatted(expression, sign, other);
    }

    String clause() {
        String direction = ascending ? "asc" : "desc";
        return " order by " + expression + " " + direction + ", m.id " + direction;
    }
}
