package id.smartkampung.web.staff;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.login.Passwords;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The accounts of the demonstration, one for each role, all with the password that stands on the login page. */
@ApplicationScoped
class DemoAccounts {

    private final Program program;
    private final Passwords passwords;
    private final Texts texts;
    private final Clock clock;

    DemoAccounts(Program program, Passwords passwords, Texts texts, Clock clock) {
        this.program = program;
        this.passwords = passwords;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    void createMissing() {
        String hash = null;
        for (String role : program.roles()) {
            if (Account.findByUsername(role).isEmpty()) {
                hash = hash == null ? passwords.hash(Passwords.DEMO) : hash;
                create(role, hash);
            }
        }
    }

    private void create(String role, String hash) {
        Account account = new Account();
        account.username = role;
        account.displayName = texts.of("demo.name." + role);
        account.role = role;
        account.passwordHash = hash;
        account.demo = true;
        account.createdAt = clock.instant();
        if (Roles.needsArea(role)) {
            account.area =
                    program.areas().stream().findFirst().map(Choice::value).orElse(null);
        }
        account.persist();
    }
}
