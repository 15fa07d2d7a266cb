package id.smartkampung.web.login;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.audit.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets in who knows the password. */
@ApplicationScoped
public class LoginService {

    /** Stands in the trail for a name that is no account: what was typed may be a password. */
    private static final String UNKNOWN = "unknown";

    private static final Officer STRANGER = new Officer(null, CurrentAccount.STRANGER, "", "", null);

    private final Passwords passwords;
    private final LoginBrake brake;
    private final Sessions sessions;
    private final Audit audit;

    LoginService(Passwords passwords, LoginBrake brake, Sessions sessions, Audit audit) {
        this.passwords = passwords;
        this.brake = brake;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** A token, or how long to pause, or neither: then name and password do not fit, which of them is not told. */
    record Answer(Optional<String> token, Duration pause) {}

    Answer login(String username, String password, String address) {
        Optional<Account> account = QuarkusTransaction.requiringNew().call(() -> Account.findByUsername(username));
        boolean known = account.isPresent() && sessions.knows(account.get().id, address);
        Duration wait = brake.attempt(username, address, known);
        if (!wait.isZero()) {
            return new Answer(Optional.empty(), wait);
        }
        boolean right = passwords.matches(password, account) && sessions.mayEnter(account.get());
        if (!right) {
            String subject = account.map(found -> "account/" + found.username).orElse(UNKNOWN);
            audit.recordBy(STRANGER, "login-refused", subject, List.of(), "");
            return new Answer(Optional.empty(), Duration.ZERO);
        }
        Officer officer = account.get().toOfficer();
        brake.release(username, address);
        audit.recordBy(officer, "login", "account/" + officer.username(), List.of(), "");
        return new Answer(Optional.of(sessions.start(officer.id(), address)), Duration.ZERO);
    }

    /** Whether this is the password of the account, braked as a login is. */
    public boolean confirm(Officer officer, String password, String address) {
        Duration wait = brake.attempt(officer.username(), address, true);
        Optional<Account> account =
                QuarkusTransaction.requiringNew().call(() -> Account.findByUsername(officer.username()));
        boolean right = wait.isZero() && passwords.matches(password, account);
        if (right) {
            brake.release(officer.username(), address);
        }
        return right;
    }
}
