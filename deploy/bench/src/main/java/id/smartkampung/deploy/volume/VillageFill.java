package id.smartkampung.deploy.volume;

import id.smartkampung.deploy.volume.TenYears.Asked;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.MaskedName;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Writes ten years of work into the tables of a village whose program is stopped, as it would have left them: every row
 * that leaves has its events in the log, in its own transaction, and passes the guard. What is computed from rows, the
 * digests for the proof, the program takes anew when it starts, as after an upgrade.
 */
public final class VillageFill implements AutoCloseable {

    private static final int AT_ONCE = 500;

    private final Connection owner;
    private final SignedScan scan;
    private final VillageLog log;
    private final FilledRows rows;
    private final SecureRandom random = new SecureRandom();
    private List<LetterModel> models;
    private List<Register.Applicant> applicants;

    /** @param owner of the database; the migrations are done, and nobody else is there */
    public VillageFill(Connection owner, SignedScan scan) throws SQLException {
        owner.setAutoCommit(false);
        this.owner = owner;
        this.scan = scan;
        this.log = new VillageLog(owner);
        this.rows = new FilledRows(owner);
    }

    /** Residents must be there, and a letter that waits for its signature to make the others after. */
    public void fill(TenYears years, Instant end) throws SQLException, IOException {
        LocalDate today = end.atOffset(TenYears.WIB).toLocalDate();
        Register register = new Register(owner, today);
        models = LetterModel.read(owner);
        applicants = register.grownUp();
        mutations(register.come());
        Counters requests = Counters.ofRequests(owner);
        Counters letters = Counters.ofLetters(owner, models.get(0).scope());
        for (int index = 0; index < years.requests(); index++) {
            enter(years.asked(index), index, requests, letters);
            if (index % AT_ONCE == AT_ONCE - 1) {
                commit();
            }
        }
        requests.keep(owner);
        letters.keep(owner);
        commit();
        settle();
    }

    private void mutations(List<MutationRecorded> mutations) throws SQLException {
        for (int index = 0; index < mutations.size(); index++) {
            MutationRecorded mutation = mutations.get(index);
            rows.mutation(mutation);
            log.append(mutation.recordedAt(), mutation);
            if (index % AT_ONCE == AT_ONCE - 1) {
                commit();
            }
        }
        commit();
    }

    private void enter(Asked asked, int index, Counters requests, Counters letters) throws SQLException, IOException {
        Register.Applicant applicant = applicants.get(index % applicants.size());
        LetterModel model = models.get(index % models.size());
        UUID id = UuidV7.at(asked.submittedAt());
        int year = year(asked.submittedAt());
        String number = String.format(Locale.ROOT, "%02d-%04d", year % 100, requests.next(year));
        LetterModel.Own own = asked.has(RequestState.AWAITING_SIGNATURE)
                ? own(id, applicant, model, asked.at(RequestState.AWAITING_SIGNATURE), letters)
                : null;
        RequestRecorded request = null;
        LetterRecorded letter = null;
        for (int step = 0; step < asked.steps().size(); step++) {
            Step taken = asked.steps().get(step);
            request = new RequestRecorded(
                    id,
                    number,
                    applicant.id(),
                    model.kind(),
                    Channel.COUNTER,
                    taken.state(),
                    asked.delivered(),
                    asked.submittedAt(),
                    asked.steps().subList(0, step + 1));
            told(taken.at(), request);
            if (taken.state() == RequestState.AWAITING_SIGNATURE) {
                letter = model.numbered(own, taken.at());
                told(taken.at(), letter);
            } else if (taken.state() == RequestState.READY) {
                letter = model.signed(own, taken.at(), scan);
                told(taken.at(), letter);
                scan.keep(letter.letterId());
            }
        }
        rows.request(request, asked);
        if (asked.has(RequestState.IN_REVIEW)) {
            rows.filling(request, asked, model);
        }
        if (letter != null) {
            rows.letter(letter, applicant, model);
        }
    }

    private LetterModel.Own own(
            UUID request, Register.Applicant applicant, LetterModel model, Instant at, Counters letters) {
        LocalDate issuedOn = at.atOffset(TenYears.WIB).toLocalDate();
        int sequence = letters.next(issuedOn.getYear());
        return new LetterModel.Own(
                UuidV7.at(at),
                request,
                applicant.id(),
                model.classification() + "/" + sequence + "/LAMA/" + issuedOn.getYear(),
                sequence,
                issuedOn,
                LetterCode.random(random),
                MaskedName.of(applicant.name()));
    }

    private void told(Instant at, VillageEvent event) {
        log.append(at, event);
    }

    private void commit() throws SQLException {
        rows.send();
        log.write();
        owner.commit();
    }

    /** Digests are taken anew by the program, and the planner knows what is there before the first who asks. */
    private void settle() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("delete from proof_row");
            statement.execute("delete from proof_tree");
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private static int year(Instant at) {
        return at.atOffset(TenYears.WIB).getYear();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        log.close();
    }
}
