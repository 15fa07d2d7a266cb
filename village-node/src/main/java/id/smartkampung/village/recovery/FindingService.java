package id.smartkampung.village.recovery;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.proof.RowsService;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Carries out what an officer decided about work that this server and the district hold differently. */
@ApplicationScoped
public class FindingService {

    private final GivenEvents rows;
    private final RowsService ourRows;
    private final Outbox outbox;
    private final Audit audit;
    private final CurrentAccount account;
    private final Clock clock;

    FindingService(
            GivenEvents rows, RowsService ourRows, Outbox outbox, Audit audit, CurrentAccount account, Clock clock) {
        this.rows = rows;
        this.ourRows = ourRows;
        this.outbox = outbox;
        this.audit = audit;
        this.account = account;
        this.clock = clock;
    }

    /** What the district has becomes ours, and the district hears so. */
    @Transactional
    public void takeTheirs(UUID id) {
        Finding finding = open(id);
        VillageEvent theirs = FindingReader.theirs(finding);
        Optional<String> clash = rows.clash(theirs);
        if (clash.isPresent()) {
            throw new RefusedException("recovery.clash." + clash.get());
        }
        rows.applyAndTell(theirs, Author.byChoice(account));
        decide(finding, "THEIRS");
    }

    /** What is here stays; what is not here, the district is told, is nowhere. */
    @Transactional
    public void keepOurs(UUID id) {
        Finding finding = open(id);
        if (!finding.reason.equals(Finding.BOTH)) {
            withdraw(FindingReader.theirs(finding));
        }
        decide(finding, "OURS");
    }

    private void withdraw(VillageEvent theirs) {
        if (theirs instanceof ResidentRecorded told) {
            Resident row = Resident.findById(told.residentId());
            if (row == null) {
                outbox.appendRemoval(Resident.TABLE, told.residentId(), new ResidentRemoved(told.residentId()));
            } else {
                outbox.append(row);
            }
        } else if (theirs instanceof FamilyRecorded told) {
            Family row = Family.findById(told.familyId());
            if (row == null) {
                outbox.appendRemoval(Family.TABLE, told.familyId(), new FamilyRemoved(told.familyId()));
            } else {
                outbox.append(row);
            }
        } else if (theirs instanceof RequestRecorded told) {
            sendAsItIs(CanonicalTable.REQUEST, told.requestId());
        } else if (theirs instanceof MutationRecorded told) {
            sendAsItIs(CanonicalTable.MUTATION, told.mutationId());
        } else if (theirs instanceof LetterRecorded told) {
            sendAsItIs(CanonicalTable.LETTER, told.letterId());
        } else if (theirs instanceof ResidentRemoved gone) {
            Resident.<Resident>findByIdOptional(gone.residentId()).ifPresent(outbox::append);
        } else if (theirs instanceof ResidentErased gone) {
            Resident.<Resident>findByIdOptional(gone.residentId()).ifPresent(outbox::append);
        } else if (theirs instanceof FamilyRemoved gone) {
            Family.<Family>findByIdOptional(gone.familyId()).ifPresent(outbox::append);
        }
    }

    /** These are never removed, so no event tells of it: the district hears what the row is, or that there is none. */
    private void sendAsItIs(CanonicalTable table, UUID id) {
        ourRows.send(table, List.of(id));
    }

    private static Finding open(UUID id) {
        Finding finding = Finding.<Finding>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        if (finding.decidedAt != null) {
            throw new RefusedException("recovery.decided");
        }
        return finding;
    }

    private void decide(Finding finding, String decision) {
        finding.decidedAt = clock.instant();
        finding.decidedBy = account.username();
        finding.decision = decision;
        finding.data = null;
        audit.record("fork-decided", finding.subject, List.of(decision), "");
    }
}
