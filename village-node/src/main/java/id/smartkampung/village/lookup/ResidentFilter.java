package id.smartkampung.village.lookup;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;

/**
 * Which residents a list shows, and in which order.
 *
 * @param typed a name, or the beginning of a NIK, No. KK or telephone number; null for all
 * @param dusun null for all
 * @param sex null for both
 * @param status null for all
 */
public record ResidentFilter(String typed, String dusun, Sex sex, BaseStatus status, Order order) {

    /** Orders of the list; each ends in the id, so that a page begins exactly where the last one ended. */
    public enum Order {
        NAME("name_key", "asc"),
        DUSUN("coalesce(dusun, '')", "asc"),
        OLDEST("coalesce(born_on, date '9999-12-31')", "asc"),
        YOUNGEST("coalesce(born_on, date '0001-01-01')", "desc"),
        NEWEST("created_at", "desc");

        final String expression;
        final String direction;

        Order(String expression, String direction) {
            this.expression = expression;
            this.direction = direction;
        }
    }

    public static ResidentFilter everybody() {
        return new ResidentFilter(null, null, null, null, Order.NAME);
    }
}
