package id.smartkampung.web.factor;

import id.smartkampung.web.account.Tokens;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/** A code on paper that stands in for the phone, once. */
@Entity
class RecoveryCode extends PanacheEntityBase {

    private static final int AT_A_TIME = 10;

    /** 80 bits: too many to try, so that the plain hash of it may be kept. */
    private static final int BYTES = 10;

    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    public byte[] codeHash;

    public UUID accountId;

    /** Null while it is good. */
    public Instant usedAt;

    /** Gives an account new ones in place of all it had; as they are shown, once. */
    static List<String> renew(UUID account) {
        delete("accountId", account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
            byte[] bits = new byte[BYTES];
            RANDOM.nextBytes(bits);
            String letters = new Base32().encodeToString(bits);
            RecoveryCode code = new RecoveryCode();
            code.codeHash = Tokens.hash(letters);
            code.accountId = account;
            code.persist();
            codes.add(letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
        }
        return codes;
    }

    /** Whether this was a good code of the account; it is good no longer. */
    static boolean use(UUID account, String typed, Instant now) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return update(
                        "usedAt = ?1 where codeHash = ?2 and accountId = ?3 and usedAt is null",
                        now,
                        Tokens.hash(letters),
                        account)
                == 1;
    }

    static long left(UUID account) {
        return count("accountId = ?1 and usedAt is null", account);
    }
}
