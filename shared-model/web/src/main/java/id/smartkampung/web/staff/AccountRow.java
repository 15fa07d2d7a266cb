package id.smartkampung.web.staff;

import id.smartkampung.web.account.Account;
import java.util.UUID;

/**
 * One account as the admin sees it.
 *
 * @param waiting its password has not been set yet
 * @param phone it has a second factor
 * @param bound it is bound to parts of the program or of the village
 */
public record AccountRow(
        UUID id,
        String username,
        String displayName,
        String role,
        String area,
        boolean active,
        boolean waiting,
        boolean phone,
        boolean bound) {

    static AccountRow of(Account account, boolean phone) {
        return new AccountRow(
                account.id,
                account.username,
                account.displayName,
                account.role,
                account.area,
                account.active,
                account.passwordHash == null,
                phone,
                account.areas != null || account.features != null);
    }
}
