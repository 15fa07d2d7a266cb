package id.smartkampung.web.staff;

import id.smartkampung.web.account.Account;
import java.util.UUID;

/** One account as the admin sees it; waiting means that its password has not been set yet. */
public record AccountRow(
        UUID id, String username, String displayName, String role, String area, boolean active, boolean waiting) {

    static AccountRow of(Account account) {
        return new AccountRow(
                account.id,
                account.username,
                account.displayName,
                account.role,
                account.area,
                account.active,
                account.passwordHash == null);
    }
}
