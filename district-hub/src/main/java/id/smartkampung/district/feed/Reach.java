package id.smartkampung.district.feed;

import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How far the caller of this request sees: which kinds of rows, of which areas, with which numbers. */
@RequestScoped
public class Reach {

    private static final int BAD_REQUEST = 400;
    private static final Pattern AREA = Pattern.compile("\\d{2}(\\.\\d{2}){0,2}(\\.\\d{4})?");
    private static final Set<String> SEE_PERSONS =
            Set.of(Roles.DUKCAPIL, Roles.INSPEKTORAT, Roles.ADMIN, Scopes.RESIDENTS, Scopes.NIK);

    private final SecurityIdentity identity;
    private final CurrentAccount account;

    Reach(SecurityIdentity identity, CurrentAccount account) {
        this.identity = identity;
        this.account = account;
    }

    /**
     * A part of what the caller may see.
     *
     * @param areas codes of areas, of which one must contain the village; empty is the whole kabupaten
     * @param within the area that was asked for, or null
     * @param open whether numbers of persons are shown whole
     * @param caller who asks, for the trail
     * @param owner under which name belongs to the caller what is kept for it
     */
    public record Part(
            Set<RowType> types, List<String> areas, String within, boolean open, Officer caller, String owner) {

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
     * @param types plural names of kinds of rows; null or empty for all that the caller may see
     * @param area code of an area; null for all that the caller may see
     */
    public Part part(List<String> types, String area, Purpose purpose) {
        String within = area == null || area.isBlank() ? null : area.strip();
        if (within != null && !AREA.matcher(within).matches()) {
            throw refused("area");
        }
        Set<RowType> seen = visible();
        Set<RowType> asked = asked(types);
        if (!asked.isEmpty()) {
            seen.retainAll(asked);
        }
        boolean open = identity.hasRole(Scopes.NIK) && purpose.isGiven();
        return new Part(
                Set.copyOf(seen), areas(), within, open, account.officer().orElseThrow(), owner());
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
        return visible().containsAll(types) && areas().equals(areas) && (!open || identity.hasRole(Scopes.NIK));
    }

    /** Programs and officers have names of their own, which may be the same. */
    public String owner() {
        return (isClient() ? "client/" : "account/") + account.username();
    }

    private boolean isClient() {
        return identity.getAttribute(Scopes.AREAS) != null;
    }

    private Set<RowType> visible() {
        Set<RowType> types = EnumSet.noneOf(RowType.class);
        if (!isClient() || identity.hasRole(Scopes.REQUESTS)) {
            types.add(RowType.REQUEST);
        }
        if (identity.getRoles().stream().anyMatch(SEE_PERSONS::contains)) {
            types.addAll(Set.of(RowType.RESIDENT, RowType.FAMILY, RowType.MUTATION));
        }
        return types;
    }

    private static Set<RowType> asked(List<String> names) {
        Set<RowType> types = EnumSet.noneOf(RowType.class);
        if (names != null) {
            names.stream()
                    .flatMap(name -> List.of(name.split(",")).stream())
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> types.add(RowType.ofPlural(name).orElseThrow(() -> refused("types"))));
        }
        return types;
    }

    private List<String> areas() {
        Object areas = identity.getAttribute(Scopes.AREAS);
        if (areas instanceof List<?> codes) {
            return codes.stream().map(Object::toString).toList();
        }
        VisibleArea area = VisibleArea.of(account);
        return area.isWhole() ? List.of() : List.of(area.kecamatan());
    }

    private static RefusedException refused(String name) {
        return new RefusedException(BAD_REQUEST, "api.parameter", name);
    }
}
