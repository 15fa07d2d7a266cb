package id.smartkampung.village.lookup;

/**
 * Which families a list shows, and in which order.
 *
 * @param typed a name of any member, or the beginning of a NIK, No. KK or telephone number; null for all
 * @param dusun null for all
 */
public record FamilyFilter(String typed, String dusun, Order order) {

    /** Orders of the list; each ends in the id, so that a page begins exactly where the last one ended. */
    public enum Order {
        HEAD("coalesce(h.name_key, '')", "asc"),
        DUSUN("(coalesce(f.dusun, ''), coalesce(f.rw, ''), coalesce(f.rt, ''))", "asc"),
        LARGEST("(select count(*) from resident m where m.family_id = f.id)", "desc"),
        NEWEST("f.created_at", "desc");

        final String expression;
        final String direction;

        Order(String expression, String direction) {
            this.expression = expression;
            this.direction = direction;
        }
    }
}
