package id.smartkampung.district.village;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of the regency that may be seen: all of it, for a camat the own kecamatan, for the program of another agency
 * the areas that it was given.
 *
 * @param prefixes codes with which those of its desa begin; none for the whole regency
 */
public record VisibleArea(List<String> prefixes) {

    public static final VisibleArea REGENCY = new VisibleArea(List.of());

    private static final Pattern KECAMATAN = Pattern.compile("[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}");
    private static final String NOWHERE = "00.00.00";

    /** Of an account whose area is not known, or a question for somebody else's area. */
    private static final VisibleArea NOTHING = new VisibleArea(List.of(NOWHERE));

    public VisibleArea {
        prefixes = List.copyOf(prefixes);
    }

    public static VisibleArea of(CurrentAccount account) {
        if (account.areas() != null) {
            return new VisibleArea(account.areas());
        }
        if (!account.is(Roles.CAMAT)) {
            return REGENCY;
        }
        return account.area() == null ? NOTHING : new VisibleArea(List.of(account.area()));
    }

    public boolean isWhole() {
        return prefixes.isEmpty();
    }

    /** Whether a desa, or everything of a larger area, may be seen. */
    public boolean contains(KodeWilayah kode) {
        return isWhole() || prefixes.stream().anyMatch(kode.value()::startsWith);
    }

    /** The part of this area that lies in a kecamatan; what lies outside of it is empty. */
    public VisibleArea narrowedTo(String asked) {
        if (asked == null || asked.isBlank()) {
            return this;
        }
        if (!KECAMATAN.matcher(asked).matches()) {
            return NOTHING;
        }
        if (contains(new KodeWilayah(asked))) {
            return new VisibleArea(List.of(asked));
        }
        List<String> inside =
                prefixes.stream().filter(prefix -> prefix.startsWith(asked)).toList();
        return inside.isEmpty() ? NOTHING : new VisibleArea(inside);
    }

    /** For {@code cast(? as text[]) is null or kode_desa ^@ any (?)}: null for the whole regency. */
    public String[] orNull() {
        return isWhole() ? null : prefixes.toArray(String[]::new);
    }

    /** The one area that this is; null for the whole regency and for a mixture. */
    public String code() {
        return prefixes.size() == 1 ? prefixes.get(0) : null;
    }

    /** The one kecamatan that this is, for pages; null for the whole regency, one that does not exist for a mixture. */
    public String kecamatan() {
        if (isWhole()) {
            return null;
        }
        return code() != null && KECAMATAN.matcher(code()).matches() ? code() : NOWHERE;
    }
}
