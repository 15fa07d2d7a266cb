package id.smartkampung.web.factor;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.picture.QrPicture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What those who sign or administer show beside their password: a code of their phone, or one from paper. */
@ApplicationScoped
public class SecondFactors {

    private final FactorKey key;
    private final Program program;
    private final WebConfig config;
    private final Clock clock;

    SecondFactors(FactorKey key, Program program, WebConfig config, Clock clock) {
        this.key = key;
        this.program = program;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A secret as its owner takes it over into a phone.
     *
     * @param picture a QR code as a {@code data:} address
     * @param written the same secret for the keyboard, in groups of four letters
     */
    public record Offer(String picture, String written) {}

    /** Whether this server asks anybody for a code. */
    public boolean isOn() {
        return config.secondFactor().orElse(!config.demo() && !program.training());
    }

    /** Whether this server asks an account of this role for a code. */
    public boolean isAsked(String role) {
        return isOn() && Roles.needsSecondFactor(role);
    }

    @Transactional
    public boolean isSetUp(UUID account) {
        return SecondFactor.findByIdOptional(account).isPresent();
    }

    /** The accounts that have a phone. */
    @Transactional
    public Set<UUID> setUp() {
        return SecondFactor.<SecondFactor>listAll().stream()
                .map(factor -> factor.accountId)
                .collect(Collectors.toSet());
    }

    /** A new secret, locked. */
    public String newSecret(UUID account) {
        return key.lock(account, PhoneCode.newSecret());
    }

    /** Shows a locked secret to its owner. */
    public Offer offer(Officer officer, String locked) {
        byte[] secret = key.open(officer.id(), locked)
                .orElseThrow(() -> new IllegalStateException("a secret offered a moment ago does not open"));
        String picture = QrPicture.of(PhoneCode.address(secret, program.name(), officer.username()));
        return new Offer(picture, PhoneCode.written(secret).replaceAll("(.{4})(?=.)", "$1 "));
    }

    /** Takes the phone that shows this code of the offered secret; the codes for paper, or empty if it does not fit. */
    @Transactional
    public Optional<List<String>> confirm(UUID account, String locked, String typed) {
        OptionalLong step = step(account, locked, typed);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        SecondFactor factor = new SecondFactor();
        factor.accountId = account;
        factor.secret = locked;
        factor.lastStep = step.getAsLong();
        factor.confirmedAt = clock.instant();
        factor.persist();
        return Optional.of(RecoveryCode.renew(account));
    }

    /** Whether the phone of the account shows this code; of the same moment it is accepted once, even of two at once. */
    @Transactional
    public boolean accepts(UUID account, String typed) {
        Optional<SecondFactor> factor = SecondFactor.findByIdOptional(account);
        OptionalLong step = factor.map(one -> step(account, one.secret, typed)).orElse(OptionalLong.empty());
        return step.isPresent()
                && SecondFactor.update(
                                "lastStep = ?1 where accountId = ?2 and lastStep < ?1", step.getAsLong(), account)
                        == 1;
    }

    /** Whether this is a code from the paper of the account that nobody has used. */
    @Transactional
    public boolean recovers(UUID account, String typed) {
        return RecoveryCode.use(account, typed, clock.instant());
    }

    /** How many codes on paper are still good. */
    @Transactional
    public long codesLeft(UUID account) {
        return RecoveryCode.left(account);
    }

    /** New codes for paper in place of all earlier ones. */
    @Transactional
    public List<String> renewCodes(UUID account) {
        return RecoveryCode.renew(account);
    }

    /** Forgets phone and paper: at the next login both are set up anew. */
    @Transactional
    public boolean remove(UUID account) {
        RecoveryCode.delete("accountId", account);
        return SecondFactor.delete("accountId", account) > 0;
    }

    private OptionalLong step(UUID account, String locked, String typed) {
        return key.open(account, locked)
                .map(secret -> PhoneCode.step(secret, typed, clock.instant()))
                .orElse(OptionalLong.empty());
    }
}
