package id.smartkampung.village.delivery;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.text.Choice;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who brings letters home: the officers; each their own, and who leads the office any. */
final class Couriers {

    private static final Set<String> CARRYING = Set.of(Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN);
    private static final Set<String> LEADING = Set.of(Roles.SEKDES, Roles.ADMIN);

    private Couriers() {}

    static boolean mayCarry(Account account) {
        return account.active && CARRYING.contains(account.role);
    }

    static boolean mayAct(Officer officer, UUID courierId) {
        return courierId.equals(officer.id()) || LEADING.contains(officer.role());
    }

    /** By name. */
    static List<Choice> choices() {
        return Account.all().stream()
                .filter(Couriers::mayCarry)
                .map(account -> new Choice(account.id.toString(), account.displayName))
                .toList();
    }
}
