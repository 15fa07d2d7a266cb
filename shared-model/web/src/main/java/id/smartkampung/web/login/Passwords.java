package id.smartkampung.web.login;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Tokens;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hashes passwords with bcrypt and says which ones are no good. */
@ApplicationScoped
public class Passwords {

    /** Of all accounts of the demonstration; it stands on the login page. */
    public static final String DEMO = "kampung-demo-2026";

    private static final int SHORTEST = 10;

    /** What bcrypt reads; a longer one would be cut in silence. */
    private static final int LONGEST_BYTES = 72;

    private final WebConfig config;
    private final String nobody;

    Passwords(WebConfig config) {
        this.config = config;
        this.nobody = hash(Tokens.random());
    }

    public final String hash(String password) {
        return BcryptUtil.bcryptHash(password, config.passwordCost());
    }

    /** Takes as long for a name that is no account, and is then never true. */
    boolean matches(String password, Optional<Account> account) {
        String hash = account.map(found -> found.passwordHash).orElse(null);
        boolean right = BcryptUtil.matches(password, hash == null ? nobody : hash);
        return right && hash != null;
    }

    /** Key of the text that says why this password is refused; empty if it may be taken. */
    public Optional<String> complaint(String password, String repeated, String username) {
        if (password.length() < SHORTEST) {
            return Optional.of("password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("password.long");
        }
        if (password.chars().distinct().count() < SHORTEST / 2
                || Account.folded(password).contains(username)) {
            return Optional.of("password.easy");
        }
        if (!password.equals(repeated)) {
            return Optional.of("password.differs");
        }
        return Optional.empty();
    }
}
