package id.smartkampung.village.letter.signing;

import id.smartkampung.model.event.SignerKeyMade;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;

/** Makes the key of somebody who signs, and asks the district to certify it. */
@ApplicationScoped
public class SignerKeyService {

    private static final int UNPROCESSABLE = 422;
    private static final int SHORTEST = 10;

    private final SignerKeys keys;
    private final Letterheads letterheads;
    private final VillageProfile village;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SignerKeyService(
            SignerKeys keys, Letterheads letterheads, VillageProfile village, Outbox outbox, Audit audit, Clock clock) {
        this.keys = keys;
        this.letterheads = letterheads;
        this.village = village;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the key of somebody who signs, by that person's own account and no other. An earlier key of the same person is
     * gone with it; what it signed stays signed.
     */
    @Transactional
    public void make(UUID signatoryId, UUID accountId, String passphrase, String again) {
        if (passphrase == null || passphrase.length() < SHORTEST) {
            throw new RefusedException(UNPROCESSABLE, "signer-passphrase-short");
        }
        if (!passphrase.equals(again)) {
            throw new RefusedException(UNPROCESSABLE, "signer-passphrase-differs");
        }
        Signatory signatory = Signatory.<Signatory>findByIdOptional(signatoryId)
                .filter(one -> one.active && accountId.equals(one.accountId))
                .orElseThrow(NotFoundException::new);
        // the name in the certificate is the district's word; here it only says whose request this is
        X500Principal subject = new X500Principal("CN=" + signatory.id + ",O=" + village.node() + ",C=ID");
        String request = keys.make(signatory.id, subject, passphrase.toCharArray());
        UUID id = UuidV7.at(clock.instant());
        outbox.appendWord(new SignerKeyMade(id, signatory.id, signatory.name, letterheads.title(signatory), request));
        audit.record("signer-key-made", "signatory/" + signatory.id);
    }
}
