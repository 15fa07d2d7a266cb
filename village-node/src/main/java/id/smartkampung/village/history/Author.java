package id.smartkampung.village.history;

import id.smartkampung.web.account.CurrentAccount;
import java.util.UUID;

/**
 * Who changes something, and through which door.
 *
 * @param accountId null where a program acts, such as an import from the command line
 * @param source the door: {@link #FORM}, {@link #IMPORT}
 */
public record Author(UUID accountId, String username, String source) {

    public static final String FORM = "form";
    public static final String IMPORT = "import";

    /** The officer of this request, who fills in a form. */
    public static Author byForm(CurrentAccount account) {
        return new Author(account.id(), account.username(), FORM);
    }
}
