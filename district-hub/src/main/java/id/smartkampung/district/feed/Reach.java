package id.smartkampung.district.feed;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Caller;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How far the caller of this request sees: which kinds of rows, of which areas, with which numbers. */
@RequestScoped
public class Reach {

    private final SecurityIdentity identity;
    private final CurrentAccount account;
    private final Caller caller;

    Reach(SecurityIdentity identity, CurrentAccount account, Caller caller) {
        this.identity = identity;
        this.account = account;
        this.caller = caller;
    }

    /**
     * A part of what the caller may see.
     *
     * @param areas codes of areas, of which one must contain the village; empty is the whole kabupaten
     * @param within the area that was asked for, or null
     * @param open whether numbers of persons are shown whole
     * @param purpose code of what for; empty where none was given
     * @param caller who asks, for the trail
     * @param owner under which name belongs to the caller what is kept for it
     */
    public record Part(
            Set<RowType> types,
            List<String> areas,
            String within,
            boolean open,
            String purpose,
            Officer caller,
            String owner) {

        boolean contains(String desa) {
            return Reach.contains(desa, areas, within);
        }

        public boolean isPersonal() {
            return types.stream().anyMatch(RowType::isPersonal);
        }

        /** The area for the trail. */
        public String area() {
            if (within != null) {
                return within;
            }
            return areas.isEmpty() ? "*" : String.join(" ", areas);
        }
    }

    /**
     * What the caller may see of what was asked for.
     *
     * @param asked what of the question was read before; it is checked here
     * @param types plural names of kinds of rows; null or empty for all that the caller may see
     * @param area code of an area; null for all that the caller may see
     */
    public Part part(Asked asked, List<String> types, String area) {
        String within = asked.area("area", area);
        Set<RowType> wanted = asked.each("types", types, RowType::ofPlural);
        asked.check();
        Set<RowType> seen = visible();
        if (!wanted.isEmpty()) {
            seen.retainAll(wanted);
        }
        return new Part(
                Set.copyOf(seen),
                areas(),
                within,
                caller.opens(),
                caller.purpose(),
                account.officer().orElseThrow(),
                caller.owner());
    }

    /** Whether a village with this kode desa lies in one of the areas, if there are any, and in the one asked for. */
    public static boolean contains(String desa, List<String> areas, String within) {
        boolean allowed = areas.isEmpty() || areas.stream().anyMatch(area -> isIn(desa, area));
        return allowed && (within == null || isIn(desa, within));
    }

    private static boolean isIn(String desa, String area) {
        return desa.equals(area) || desa.startsWith(area + ".");
    }

    /** Whether the caller may still see what was once prepared for it. */
    public boolean stillCovers(List<RowType> types, List<String> areas, boolean open) {
        return visible().containsAll(types)
                && areas().equals(areas)
                && (!open || identity.hasRole(Scopes.RESIDENTS_NIK));
    }

    private Set<RowType> visible() {
        return visible(identity::hasRole);
    }

    /** The kinds of rows that somebody with these scopes may see. */
    public static Set<RowType> visible(Predicate<String> scopes) {
        Set<RowType> types = EnumSet.noneOf(RowType.class);
        if (scopes.test(Scopes.REQUESTS)) {
            types.add(RowType.REQUEST);
        }
        if (scopes.test(Scopes.RESIDENTS_MIN) || scopes.test(Scopes.RESIDENTS_NIK)) {
            types.addAll(Set.of(RowType.RESIDENT, RowType.FAMILY, RowType.MUTATION));
        }
        return types;
    }

    private List<String> areas() {
        return VisibleArea.of(account).prefixes();
    }
}
