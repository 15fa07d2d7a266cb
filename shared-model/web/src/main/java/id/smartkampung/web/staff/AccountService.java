package id.smartkampung.web.staff;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.account.Tokens;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.factor.SecondFactors;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.login.Passwords;
import id.smartkampung.web.text.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives and takes accounts. Whoever loses one, or gets another role, is logged out at once. */
@ApplicationScoped
class AccountService {

    private static final int NOT_FOUND = 404;

    private final Program program;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final CurrentAccount current;
    private final Audit audit;
    private final WebConfig config;
    private final Clock clock;

    AccountService(
            Program program,
            Passwords passwords,
            Sessions sessions,
            SecondFactors factors,
            CurrentAccount current,
            Audit audit,
            WebConfig config,
            Clock clock) {
        this.program = program;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.current = current;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** The code of a one-time link by which the person sets a password. */
    @Transactional
    String create(AccountForm form) {
        checkRole(form.role, form.area);
        if (Account.findByUsername(form.username).isPresent()) {
            throw new RefusedException("account-exists");
        }
        Account account = new Account();
        form.copyTo(account);
        account.createdAt = clock.instant();
        String code = invite(account);
        account.persist();
        audit.record("account-created", "account/" + account.username, List.of("role"), form.role);
        return code;
    }

    /** The old password is gone from now on. */
    @Transactional
    String reset(UUID id) {
        Account account = byId(id);
        account.passwordHash = null;
        sessions.endAll(id);
        audit.record("account-reset", "account/" + account.username);
        return invite(account);
    }

    /** The phone is lost: at the next login its owner sets another one up. Nobody does this for oneself. */
    @Transactional
    void resetFactor(UUID id) {
        if (id.equals(current.id())) {
            throw new RefusedException("second-factor-own");
        }
        Account account = byId(id);
        forget(account, "second-factor-reset");
    }

    /** The owner has shown a code of the phone of today and takes another one. */
    @Transactional
    void changePhone(Officer officer) {
        forget(byId(officer.id()), "second-factor-removed");
    }

    private void forget(Account account, String action) {
        if (!factors.remove(account.id)) {
            throw new RefusedException("second-factor-missing");
        }
        sessions.endAll(account.id);
        audit.record(action, "account/" + account.username);
    }

    /** New codes for paper; those before are good no longer. */
    @Transactional
    List<String> renewCodes(Officer officer) {
        audit.record("recovery-codes-renewed", "account/" + officer.username());
        return factors.renewCodes(officer.id());
    }

    @Transactional
    void activate(UUID id, boolean active) {
        if (!active && id.equals(current.id())) {
            throw new RefusedException("account-own");
        }
        Account account = byId(id);
        account.active = active;
        sessions.endAll(id);
        audit.record(active ? "account-activated" : "account-deactivated", "account/" + account.username);
    }

    /** An admin is bound to nothing. */
    @Transactional
    void changeRole(UUID id, String role, String area) {
        if (id.equals(current.id())) {
            throw new RefusedException("account-own");
        }
        checkRole(role, area);
        Account account = byId(id);
        account.role = role;
        account.area = Roles.needsArea(role) ? area : null;
        if (role.equals(Roles.ADMIN)) {
            account.areas = null;
            account.features = null;
        }
        sessions.endAll(id);
        audit.record("role-changed", "account/" + account.username, List.of("role", "area"), role);
    }

    /** The account a one-time link is for; empty if it was used or is too old. */
    @Transactional
    Optional<AccountRow> invited(String code) {
        return byInvitation(code).map(account -> AccountRow.of(account, factors.isSetUp(account.id)));
    }

    @Transactional
    void acceptInvitation(String code, String password) {
        Account account = byInvitation(code).orElseThrow(() -> new RefusedException("invitation-ended"));
        account.invitationHash = null;
        account.invitationExpiresAt = null;
        setPassword(account, password);
    }

    @Transactional
    void changePassword(UUID id, String password) {
        setPassword(byId(id), password);
    }

    /** All accounts, by name. */
    @Transactional
    List<AccountRow> all() {
        Set<UUID> setUp = factors.setUp();
        return Account.all().stream()
                .map(account -> AccountRow.of(account, setUp.contains(account.id)))
                .toList();
    }

    private void setPassword(Account account, String password) {
        if (account.demo) {
            throw new RefusedException("demo-password");
        }
        account.passwordHash = passwords.hash(password);
        sessions.endAll(account.id);
        audit.recordBy(account.toOfficer(), "password-changed", "account/" + account.username, List.of(), "");
    }

    String invite(Account account) {
        String code = Tokens.random();
        account.invitationHash = Tokens.hash(code);
        account.invitationExpiresAt = clock.instant().plus(config.invitation());
        return code;
    }

    private Optional<Account> byInvitation(String code) {
        return Account.findByInvitation(Tokens.hash(code))
                .filter(account -> account.active && account.invitationExpiresAt.isAfter(clock.instant()));
    }

    private void checkRole(String role, String area) {
        if (!program.roles().contains(role)) {
            throw new RefusedException("role-unknown");
        }
        boolean areaKnown = program.areas().stream().map(Choice::value).anyMatch(area::equals);
        if (Roles.needsArea(role) && !areaKnown) {
            throw new RefusedException("area-missing");
        }
    }

    private static Account byId(UUID id) {
        return Account.<Account>findByIdOptional(id)
                .orElseThrow(() -> new RefusedException(NOT_FOUND, "account-missing"));
    }
}
