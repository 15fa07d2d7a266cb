package id.smartkampung.web.login;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.factor.SecondFactors;
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
    private final SecondFactors factors;
    private final Audit audit;

    LoginService(Passwords passwords, LoginBrake brake, Sessions sessions, SecondFactors factors, Audit audit) {
        this.passwords = passwords;
        this.brake = brake;
        this.sessions = sessions;
        this.factors = factors;
        this.audit = audit;
    }

    /**
     * A token of a session, or one of the wait for a code, or how long to pause, or none of them: then what was given does
     * not fit, and what of it is not told.
     *
     * @param codes for paper, of a phone that was just set up
     * @param onPaper how many of them are left to somebody who used one; null where the phone was at hand
     */
    record Answer(Optional<String> token, Optional<String> step, Duration pause, List<String> codes, Long onPaper) {

        static Answer in(String token) {
            return new Answer(Optional.of(token), Optional.empty(), Duration.ZERO, List.of(), null);
        }

        static Answer awaiting(String step) {
            return new Answer(Optional.empty(), Optional.of(step), Duration.ZERO, List.of(), null);
        }

        static Answer no(Duration pause) {
            return new Answer(Optional.empty(), Optional.empty(), pause, List.of(), null);
        }
    }

    Answer login(String username, String password, String address) {
        Optional<Account> account = QuarkusTransaction.requiringNew().call(() -> Account.findByUsername(username));
        boolean known = account.isPresent() && sessions.knows(account.get().id, address);
        Duration wait = brake.attempt(username, address, known);
        if (!wait.isZero()) {
            return Answer.no(wait);
        }
        boolean right = passwords.matches(password, account) && sessions.mayEnter(account.get());
        if (!right) {
            String subject = account.map(found -> "account/" + found.username).orElse(UNKNOWN);
            audit.recordBy(STRANGER, "login-refused", subject, List.of(), "");
            return Answer.no(Duration.ZERO);
        }
        Officer officer = account.get().toOfficer();
        if (factors.isAsked(officer.role())) {
            // the brake goes on counting: who has only the password must not try codes without end
            String offered = factors.isSetUp(officer.id()) ? null : factors.newSecret(officer.id());
            return Answer.awaiting(sessions.startStep(officer.id(), address, offered));
        }
        return Answer.in(enter(officer, address));
    }

    /** Whose code is awaited; nobody's where it took too long. */
    Optional<Sessions.Step> awaited(String step) {
        return sessions.step(step);
    }

    /** Lets in who shows the code of the phone, or takes the phone into use; the attempts are counted with the login's. */
    Answer withPhone(String step, Sessions.Step awaited, String typed, String address) {
        Officer officer = awaited.officer();
        Duration wait = attempt(officer, address);
        if (!wait.isZero()) {
            return Answer.no(wait);
        }
        if (factors.isSetUp(officer.id())) {
            return factors.accepts(officer.id(), typed)
                    ? Answer.in(enterAfter(step, officer, address))
                    : refused(officer);
        }
        Optional<List<String>> codes = factors.confirm(officer.id(), awaited.offered(), typed);
        if (codes.isEmpty()) {
            return refused(officer);
        }
        audit.recordBy(officer, "second-factor-set", "account/" + officer.username(), List.of(), "");
        String token = enterAfter(step, officer, address);
        return new Answer(Optional.of(token), Optional.empty(), Duration.ZERO, codes.get(), null);
    }

    /** Lets in who has a code on paper, once. */
    Answer withPaper(String step, Sessions.Step awaited, String typed, String address) {
        Officer officer = awaited.officer();
        Duration wait = attempt(officer, address);
        if (!wait.isZero()) {
            return Answer.no(wait);
        }
        if (!factors.recovers(officer.id(), typed)) {
            return refused(officer);
        }
        audit.recordBy(officer, "recovery-code-used", "account/" + officer.username(), List.of(), "");
        String token = enterAfter(step, officer, address);
        long left = factors.codesLeft(officer.id());
        return new Answer(Optional.of(token), Optional.empty(), Duration.ZERO, List.of(), left);
    }

    private Duration attempt(Officer officer, String address) {
        return brake.attempt(officer.username(), address, sessions.knows(officer.id(), address));
    }

    private Answer refused(Officer officer) {
        audit.recordBy(STRANGER, "second-factor-refused", "account/" + officer.username(), List.of(), "");
        return Answer.no(Duration.ZERO);
    }

    private String enterAfter(String step, Officer officer, String address) {
        sessions.end(step);
        return enter(officer, address);
    }

    private String enter(Officer officer, String address) {
        brake.release(officer.username(), address);
        audit.recordBy(officer, "login", "account/" + officer.username(), List.of(), "");
        return sessions.start(officer.id(), address);
    }

    /** Whether the phone of the account shows this code, or it is one on paper, used up with this; braked as a login is. */
    public boolean confirmCode(Officer officer, String code, String address) {
        boolean right = attempt(officer, address).isZero()
                && (factors.accepts(officer.id(), code) || factors.recovers(officer.id(), code));
        if (right) {
            brake.release(officer.username(), address);
        }
        return right;
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
