package id.smartkampung.village.office;

import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes how the office stands on paper and who signs for it. */
@ApplicationScoped
public class OfficeService {

    private static final Set<String> SIGNERS = Set.of(Roles.SEKDES, Roles.KADES);

    private final Clock clock;
    private final Audit audit;

    OfficeService(Clock clock, Audit audit) {
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public void change(OfficeForm form) {
        Office office = Office.get();
        ChangedMeanwhileException.check(form.version, office.version);
        form.copyTo(office);
        audit.record("office-changed", "office/1");
    }

    /** Null brings the neutral one back. */
    @Transactional
    public void changeEmblem(byte[] picture) {
        Office.get().emblem = picture;
        audit.record("office-changed", "office/1/emblem");
    }

    @Transactional
    public UUID enter(SignatoryForm form) {
        Signatory signatory = new Signatory();
        signatory.createdAt = clock.instant();
        signatory.id = UuidV7.at(signatory.createdAt);
        signatory.active = true;
        form.copyTo(signatory);
        signatory.persist();
        audit.record("signatory-entered", "signatory/" + signatory.id);
        return signatory.id;
    }

    /**
     * Says whose account signs electronically as this one; nobody's where none is given.
     *
     * @throws RefusedException when the account is not of one who may sign
     */
    @Transactional
    public void tie(UUID id, String accountId) {
        Signatory signatory = Signatory.<Signatory>findByIdOptional(id)
                .filter(one -> one.active)
                .orElseThrow(NotFoundException::new);
        Optional<Account> account = accountId.isEmpty() ? Optional.empty() : Optional.of(signer(accountId));
        signatory.accountId = account.map(one -> one.id).orElse(null);
        String tied = account.map(one -> "account/" + one.username).orElse("");
        audit.record("signatory-tied", "signatory/" + id, List.of(tied), "");
    }

    private static Account signer(String id) {
        return signers().stream()
                .filter(account -> account.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("signatory-account"));
    }

    /** The accounts that may be tied to somebody who signs. */
    public static List<Account> signers() {
        return Account.all().stream()
                .filter(account -> account.active && SIGNERS.contains(account.role))
                .toList();
    }

    /** Who no longer signs stays with the letters signed before. */
    @Transactional
    public void end(UUID id) {
        Signatory signatory = Signatory.<Signatory>findByIdOptional(id).orElseThrow(NotFoundException::new);
        signatory.active = false;
        audit.record("signatory-ended", "signatory/" + id);
    }
}
