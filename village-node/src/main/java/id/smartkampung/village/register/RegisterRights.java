package id.smartkampung.village.register;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import java.util.Set;

/** Who may write in the register; everybody who works in the village office may read it. */
public final class RegisterRights {

    private static final Set<String> WRITERS = Set.of(Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN);

    private RegisterRights() {}

    public static boolean mayWrite(CurrentAccount account) {
        return WRITERS.contains(account.role());
    }
}
