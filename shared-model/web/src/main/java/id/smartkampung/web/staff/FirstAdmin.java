package id.smartkampung.web.staff;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The first account of a new program: there is no default password, but a one-time link on its console. */
@ApplicationScoped
class FirstAdmin {

    private final AccountService accounts;
    private final Texts texts;
    private final Clock clock;

    FirstAdmin(AccountService accounts, Texts texts, Clock clock) {
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    /** The code of the link, as long as no admin has set a password. */
    @Transactional
    Optional<String> inviteIfNobodyIsThere() {
        if (Account.count("role = ?1 and demo = false and passwordHash is not null", Roles.ADMIN) > 0) {
            return Optional.empty();
        }
        Account admin = Account.<Account>find("role = ?1 and demo = false and active = true", Roles.ADMIN)
                .firstResultOptional()
                .orElseGet(this::create);
        return Optional.of(accounts.invite(admin));
    }

    private Account create() {
        Account admin = new Account();
        boolean taken = Account.findByUsername(Roles.ADMIN).isPresent();
        admin.username = taken ? "admin-1" : Roles.ADMIN;
        admin.displayName = texts.of("role.admin");
        admin.role = Roles.ADMIN;
        admin.createdAt = clock.instant();
        admin.persist();
        return admin;
    }
}
