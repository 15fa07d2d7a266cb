package id.smartkampung.village.history;

import id.smartkampung.web.account.CurrentAccount;
import java.util.UUID;

/**
 * Who changes something, and through which door.
 *
 * @param accountId null where a program acts, such as an import from the command line
 * @param source the door: {@link #FORM}, {@link #IMPORT}, {@link #RECOVERY}, {@link #MALL}, {@link #DISTRICT},
 *     {@link #LINEAGE}
 */
public record Author(UUID accountId, String username, String source) {

    public static final String FORM = "form";
    public static final String IMPORT = "import";
    public static final String RECOVERY = "recovery";
    public static final String MALL = "mall";
    public static final String DISTRICT = "district";
    public static final String LINEAGE = "lineage";

    /** How the clerks of the service mall are called in the steps of a request; who of them it was is known there. */
    private static final String MALL_CLERK = "petugas-mpp";

    /** Nobody here: what this server lost comes back as the district has it. */
    public static Author byRecovery() {
        return new Author(null, CurrentAccount.PROGRAM, RECOVERY);
    }

    /** Nobody here: the borders of the villages were changed. */
    public static Author byLineage() {
        return new Author(null, CurrentAccount.PROGRAM, LINEAGE);
    }

    /** Nobody here: a clerk of the service mall. */
    public static Author atMall() {
        return new Author(null, MALL_CLERK, MALL);
    }

    /** Nobody here: the district asked for it. */
    public static Author byDistrict() {
        return new Author(null, CurrentAccount.PROGRAM, DISTRICT);
    }

    /** The officer of this request, who chose what the district has. */
    public static Author byChoice(CurrentAccount account) {
        return new Author(account.id(), account.username(), RECOVERY);
    }

    /** The officer of this request, who fills in a form. */
    public static Author byForm(CurrentAccount account) {
        return new Author(account.id(), account.username(), FORM);
    }
}
