package id.smartkampung.district.village;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import java.util.regex.Pattern;

/**
 * The part of the regency that an account may see: all of it, or for a camat the own kecamatan.
 *
 * @param kecamatan code of the kecamatan; null for the whole regency
 */
public record VisibleArea(String kecamatan) {

    public static final VisibleArea REGENCY = new VisibleArea(null);

    private static final Pattern KECAMATAN = Pattern.compile("[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}");

    /** Of an account whose area is not known, or a question for somebody else's area. */
    private static final VisibleArea NOTHING = new VisibleArea("00.00.00");

    public static VisibleArea of(CurrentAccount account) {
        if (!account.is(Roles.CAMAT)) {
            return REGENCY;
        }
        return account.area() == null ? NOTHING : new VisibleArea(account.area());
    }

    public boolean isWhole() {
        return kecamatan == null;
    }

    public boolean contains(KodeWilayah kode) {
        return isWhole() || kode.kecamatan().value().equals(kecamatan);
    }

    /** The part of this area that lies in a kecamatan; what lies outside of it is empty. */
    public VisibleArea narrowedTo(String asked) {
        if (asked == null || asked.isBlank() || asked.equals(kecamatan)) {
            return this;
        }
        return isWhole() && KECAMATAN.matcher(asked).matches() ? new VisibleArea(asked) : NOTHING;
    }
}
