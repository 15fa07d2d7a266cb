package id.smartkampung.village.office;

import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.UUID;

/** Changes how the office stands on paper and who signs for it. */
@ApplicationScoped
public class OfficeService {

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

    /** Who no longer signs stays with the letters signed before. */
    @Transactional
    public void end(UUID id) {
        Signatory signatory = Signatory.<Signatory>findByIdOptional(id).orElseThrow(NotFoundException::new);
        signatory.active = false;
        audit.record("signatory-ended", "signatory/" + id);
    }
}
