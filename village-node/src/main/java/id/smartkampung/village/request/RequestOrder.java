package id.smartkampung.village.request;

import java.util.Arrays;
import java.util.Locale;

/** Orders of the list of requests; each ends in the id, so that a page begins exactly where the last one ended. */
public enum RequestOrder {
    NEWEST("q.submittedAt", "p.submittedAt", false),
    OLDEST("q.submittedAt", "p.submittedAt", true),
    APPLICANT("r.nameKey", "a.nameKey", true);

    private final String expression;
    private final String ofAnother;
    private final boolean ascending;

    RequestOrder(String expression, String ofAnother, boolean ascending) {
        this.expression = expression;
        this.ofAnother = ofAnother;
        this.ascending = ascending;
    }

    /** The order an address names; the newest first where it names none. */
    static RequestOrder named(String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(order -> order.name().equals(wanted))
                .findFirst()
                .orElse(NEWEST);
    }

    /** Whether this is the order an address names. */
    public boolean is(String name) {
        return name().equalsIgnoreCase(name);
    }

    /** The condition on what stands behind the request {@code :after}. */
    String behind() {
        String other =
                "(select " + ofAnother + " from Request p join Resident a on a.id = p.applicantId where p.id = :after)";
        String sign = ascending ? ">" : "<";
        // as a bound and what is left within it: an index begins at the bound, and of an "or" it would read all before
        return "(%1$s %2$s= %3$s and (%1$s %2$s %3$s or q.id %2$s :after))".formatted(expression, sign, other);
    }

    String clause() {
        String direction = ascending ? "asc" : "desc";
        return " order by " + expression + " " + direction + ", q.id " + direction;
    }
}
